import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {recognisers} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

const folder = new URL('../../../shared/seeds/', import.meta.url)
const answers = new URL('expected.json', folder)

type Expected = Record<string, unknown>
const expected = existsSync(answers)
  ? (JSON.parse(readFileSync(answers, 'utf8')) as Record<string, Record<string, Expected[]>>)
  : {}

/** What expected.json tells of an occurrence: its place and the properties that it names. */
const summary = async (
  file: string,
  field: 'stillingsprosent' | 'lønn' | 'ansettelsesform' | 'arbeidssted',
) => {
  const posting = await readPosting(file, readFileSync(new URL(file, folder)))
  return recognisers[field]
    .recognise(posting, {today: '2019-01-01'})
    .map(({value, span}) => ({...value, text: posting.words(span), line: posting.place(span).start.line}))
    .toSorted((a, b) => a.line - b.line)
}

describe.skipIf(!existsSync(answers))('the seed ads', () => {
  describe.each(Object.keys(expected))('%s', (file) => {
    test.each(['stillingsprosent', 'lønn', 'ansettelsesform', 'arbeidssted'] as const)(
      '%s',
      async (field) => {
        const want = expected[file]![field]!
        const found = await summary(file, field)
        expect(found).toHaveLength(want.length)
        expect(found).toMatchObject(want)
      },
    )

    test.each(['stillingstittel', 'arbeidsgiver'] as const)('%s', async (field) => {
      const posting = await readPosting(file, readFileSync(new URL(file, folder)))
      const found = recognisers[field].recognise(posting, {today: '2019-01-01'})
      expect(found.map(({value}) => value.value)).toEqual(expected[file]![field])
    })
  })
})
