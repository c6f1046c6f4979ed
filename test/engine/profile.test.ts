import {describe, expect, it} from 'vitest'
import {profileOf} from '../../src/engine/profile.ts'
import inferences from '../../src/engine/profile.yml'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

const profileIn = async (text: string, given: Record<string, string> = {}) => {
  const posting = await readPosting('annonse.md', Buffer.from(text))
  return profileOf(posting, recognise(posting, {today: '2026-11-21'}), given)
}

const tariffAreaOf = async (employer: string): Promise<unknown> =>
  (await profileIn(`Rådgiver\n\nArbeidsgiver: ${employer}\nStillingsprosent: 100 %\n`)).tariffområde?.value

it.each([
  ['Oslo kommune', 'Oslo'],
  ['Lillevik kommune', 'KS'],
  ['Lillevik fylkeskommune', 'KS'],
  ['Fisketilsynet', 'stat'],
  ['Lillevik Fisk AS', 'ukjent'],
])('%s is in the tariff area %s', async (employer, area) => {
  expect(await tariffAreaOf(employer)).toBe(area)
})

describe('who the employer is', () => {
  const typeIn = async (text: string) => {
    const {value, why} = (await profileIn(text)).arbeidsgivertype!
    return [value, why?.text.nb, why?.data]
  }
  const ofEmployer = 'arbeidsgiveren er «{ord}»'
  const inText = 'annonsen nevner «{ord}»'

  it.each([
    ['the name', 'Arbeidsgiver: Lillevik kommune', 'kommune', ofEmployer, 'Lillevik kommune'],
    ['the name in capitals', 'Arbeidsgiver: LILLEVIK KOMMUNE', 'kommune', ofEmployer, 'LILLEVIK KOMMUNE'],
    ['capitals that tell', 'Arbeidsgiver: Lillevik Fisk AS', 'privat', ofEmployer, 'Lillevik Fisk AS'],
    [
      'a word in the text',
      'Lillevik Kommunestyregruppe har møte.',
      'partigruppe',
      inText,
      'Kommunestyregruppe',
    ],
    [
      'an address in the text',
      'Skriv til post@lillevik.kommune.no',
      'kommune',
      inText,
      'lillevik.kommune.no',
    ],
    [
      'the name before the text',
      'Arbeidsgiver: Lillevik Fisk AS\n\nVi leverer til Storhaug kommune.',
      'privat',
      ofEmployer,
      'Lillevik Fisk AS',
    ],
  ])('is told by %s', async (_what, text, value, why, ord) => {
    expect(await typeIn(text)).toEqual([value, why, {ord}])
  })

  it('is unknown when nothing tells, and the reason says so', async () => {
    expect(await typeIn('Arbeidsgiver: Lillevik fisk as')).toEqual([
      'ukjent',
      'annonsen sier ikke hvem arbeidsgiveren er',
      {},
    ])
    expect((await profileIn('Kom hit.')).sektor).toEqual({value: 'ukjent', inferred: true})
  })

  it('decides other keys, with that as the reason', async () => {
    expect((await profileIn('Arbeidsgiver: Lillevik kommune')).tariffområde).toMatchObject({
      value: 'KS',
      inferred: true,
      why: {text: {nb: 'arbeidsgivertypen er {ord}'}, data: {ord: 'kommune'}},
    })
  })

  it('decides them too when it is given', async () => {
    const profile = await profileIn('Kom hit.', {arbeidsgivertype: 'stat'})
    expect(profile.arbeidsgivertype).toEqual({value: 'stat', inferred: false})
    expect(profile.tariffområde?.value).toBe('stat')
  })

  it('is what the front matter says, before the configuration', async () => {
    const text = '---\nprofil:\n  arbeidsgivertype: privat\n---\n\nArbeidsgiver: Lillevik kommune\n'
    expect((await profileIn(text, {arbeidsgivertype: 'stat'})).arbeidsgivertype).toEqual({
      value: 'privat',
      inferred: false,
    })
  })
})

it.each([
  ['Vi søker en vaktmester til skolene våre.', 'bokmål'],
  ['Vi søkjer ein vaktmeister til skulane våre.', 'nynorsk'],
  ['We are looking for a caretaker for our schools.', 'ukjent'],
])('the written standard of «%s» is %s', async (text, value) => {
  expect((await profileIn(text)).målform).toEqual({value, inferred: true})
})

it('the written standard that is given counts', async () => {
  expect((await profileIn('Vi søker en vaktmester.', {målform: 'nynorsk'})).målform?.value).toBe('nynorsk')
})

it('the sector is told by the title or the place of work', async () => {
  expect((await profileIn('Stillingstittel: Rektor')).sektor).toMatchObject({
    value: 'skole',
    why: {text: {nb: 'stillingstittelen er «{ord}»'}, data: {ord: 'Rektor'}},
  })
  expect((await profileIn('Arbeidssted: Lillevik barnehage')).sektor).toMatchObject({
    value: 'barnehage',
    why: {text: {nb: 'arbeidsstedet er «{ord}»'}, data: {ord: 'Lillevik barnehage'}},
  })
})

it('patterns that are sought in lower case are written in lower case', () => {
  const {reasons: _, ...keys} = inferences as Record<string, {pattern?: string; caseSensitive?: boolean}[]>
  for (const {pattern = '', caseSensitive} of Object.values(keys).flat())
    if (!caseSensitive) expect(pattern.replace(/\\p\{\w+\}/g, '')).not.toMatch(/\p{Lu}/u)
})
