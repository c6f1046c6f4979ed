import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {recognisers} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

const folder = new URL('../../../shared/seeds/', import.meta.url)
const truth = new URL('expected.json', folder)

interface Expected {
  frist: {value: string; line: number}[]
  kontakt: {navn: string; telefon: string[]; epost?: string[]; line: number}[]
  tiltredelse: {text: string; line: number}[]
}

describe.skipIf(!existsSync(truth))('the ads that the project began with', () => {
  const seeds = existsSync(truth) ? (JSON.parse(readFileSync(truth, 'utf8')) as Record<string, Expected>) : {}

  test.each(Object.entries(seeds))('%s', async (file, expected) => {
    const posting = await readPosting(file, readFileSync(new URL(file, folder)))
    const found = (name: 'frist' | 'kontakt' | 'tiltredelse') =>
      recognisers[name].recognise(posting, {today: '2027-01-04'}).map(({value, span}) => ({
        ...value,
        text: posting.words(span),
        line: posting.place(span).start.line,
      }))
    for (const name of ['frist', 'kontakt', 'tiltredelse'] as const) {
      expect(found(name)).toHaveLength(expected[name].length)
      expect(found(name)).toMatchObject(expected[name])
    }
  })
})
