import {expect, test} from 'vitest'
import ruleTexts from '../../cli/rules/texts.yml'
import type {Catalogue} from '../../cli/texts.ts'
import texts from '../../cli/texts.yml'

const all = Object.entries({...(texts as Catalogue), ...(ruleTexts as Catalogue)})

test.each(all)('%s is said in three languages, with the same data', (_key, text) => {
  expect(Object.keys(text)).toEqual(['nb', 'nn', 'en'])
  const data = (one: string) => [...new Set(one.match(/\{\p{L}+\}/gu))].sort()
  expect(data(text.nn)).toEqual(data(text.nb))
  expect(data(text.en)).toEqual(data(text.nb))
})
