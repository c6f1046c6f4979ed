import {expect, test} from 'vitest'
import {translate} from '../../src/report/texts.ts'
import catalogue from '../../src/report/texts.yml'

const languages = ['nb', 'nn', 'en']

const missing = (entries: Record<string, Record<string, unknown>>): string[] =>
  Object.entries(entries).flatMap(([key, entry]) =>
    languages.filter((lang) => !entry[lang]).map((lang) => `${key} in ${lang}`),
  )

test('every text is there in three languages', () => {
  const {
    texts,
    fields,
    profile,
    languages: names,
  } = catalogue as Record<string, Parameters<typeof missing>[0]>
  expect([texts!, fields!, profile!, names!].flatMap(missing)).toEqual([])
})

test('a text has the same placeholders in every language', () => {
  const names = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\p{L}+\}/gu))].sort()
  const {texts} = catalogue as {texts: Record<string, Record<string, unknown>>}
  for (const [key, {nb, nn, en}] of Object.entries(texts)) {
    expect(names(nn), key).toEqual(names(nb))
    expect(names(en), key).toEqual(names(nb))
  }
})

test.each([
  ['nb', ['0 filer', '1 fil', '2 filer', '1 advarsel', '2 advarsler', '2 feil', '2 råd', '2 punkter']],
  ['nn', ['0 filer', '1 fil', '2 filer', '1 åtvaring', '2 åtvaringar', '2 feil', '2 råd', '2 punkt']],
  [
    'en',
    ['0 files', '1 file', '2 files', '1 warning', '2 warnings', '2 errors', '2 pieces of advice', '2 items'],
  ],
] as const)('%s counts in words', (lang, expected) => {
  const counted = [
    ...[0, 1, 2].map((n) => translate(lang, 'count.files', {n})),
    ...[1, 2].map((n) => translate(lang, 'count.warning', {n})),
    translate(lang, 'count.error', {n: 2}),
    translate(lang, 'count.info', {n: 2}),
    translate(lang, 'count.items', {n: 2}),
  ]
  expect(counted).toEqual(expected)
})

test('data is put in as it is', () => {
  expect(translate('nb', 'quote', {text: '$& {text}'})).toBe('«$& {text}»')
})
