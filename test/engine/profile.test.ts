import {expect, it} from 'vitest'
import {profileOf} from '../../src/engine/profile.ts'
import inferences from '../../src/engine/profile.yml'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

const tariffAreaOf = async (employer: string): Promise<unknown> => {
  const text = `Rådgiver\n\nArbeidsgiver: ${employer}\nStillingsprosent: 100 %\n`
  const posting = await readPosting('annonse.txt', Buffer.from(text))
  return profileOf(posting, recognise(posting, {today: '2026-11-21'}), {}).tariffområde?.value
}

it.each([
  ['Oslo kommune', 'Oslo'],
  ['Lillevik kommune', 'KS'],
  ['Lillevik fylkeskommune', 'KS'],
  ['Fisketilsynet', 'stat'],
  ['Lillevik Fisk AS', 'ukjent'],
])('%s is in the tariff area %s', async (employer, area) => {
  expect(await tariffAreaOf(employer)).toBe(area)
})

it('patterns that are sought in lower case are written in lower case', () => {
  const {reasons: _, ...keys} = inferences as Record<string, {pattern?: string; caseSensitive?: boolean}[]>
  for (const {pattern = '', caseSensitive} of Object.values(keys).flat())
    if (!caseSensitive) expect(pattern.replace(/\\p\{\w+\}/g, '')).not.toMatch(/\p{Lu}/u)
})
