import {expect, test} from 'vitest'
import type {Catalogue} from '../../cli/texts.ts'

const catalogues = import.meta.glob<Catalogue>(['../../cli/texts.yml', '../../cli/**/texts.yml'], {
  eager: true,
  import: 'default',
})
const all = Object.entries(catalogues).flatMap(([file, texts]) =>
  Object.entries(texts).map(([key, text]) => [`${file.slice(6)} ${key}`, text] as const),
)

test.each(all)('%s is said in three languages, with the same data', (_key, text) => {
  expect(Object.keys(text)).toEqual(['nb', 'nn', 'en'])
  const data = (one: string) => [...new Set(one.match(/\{\p{L}+\}/gu))].sort()
  expect(data(text.nn)).toEqual(data(text.nb))
  expect(data(text.en)).toEqual(data(text.nb))
})
