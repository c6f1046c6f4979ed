import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

interface Expected {
  line: number
  grunnlag?: string[]
  fullstendig?: boolean
}

const seeds = path.resolve('../shared/seeds')
const placed = ['mangfoldserklæring', 'søkerliste', 'pensjon', 'arbeidstid', 'søknadsmåte'] as const
const counted = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper', 'vilkår'] as const

type Seed = Record<(typeof placed)[number], Expected[] | undefined> &
  Record<(typeof counted)[number], number | undefined>

const expected: Record<string, Seed> = existsSync(seeds)
  ? JSON.parse(readFileSync(path.join(seeds, 'expected.json'), 'utf8'))
  : {}

const fieldsOf = async (file: string) => {
  const posting = await readPosting(file, readFileSync(path.join(seeds, file)))
  return {posting, fields: recognise(posting, {today: '2019-01-01'})}
}

describe.skipIf(!existsSync(seeds))('the seed ads', () => {
  for (const [file, seed] of Object.entries(expected)) {
    for (const name of placed) {
      test.skipIf(!seed[name])(`${file}: places of ${name}`, async () => {
        const {posting, fields} = await fieldsOf(file)
        const found = fields[name].map(({value, span}) => ({...value, line: posting.place(span).start.line}))
        expect(found).toMatchObject(seed[name]!)
      })
    }
    for (const name of counted) {
      test.skipIf(!seed[name])(`${file}: items under the first heading of ${name}`, async () => {
        const {fields} = await fieldsOf(file)
        expect(fields[name][0]?.value.items).toHaveLength(seed[name]!)
      })
    }
  }
})
