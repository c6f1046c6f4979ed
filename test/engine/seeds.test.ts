import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {FieldOccurrence, FileReport} from '../../src/report/types.ts'

/** Four real ads, which are not part of the project, with what a careful reader finds in them. */
const folder = new URL('../../../shared/seeds/', import.meta.url)
const present = existsSync(folder)
if (!present) console.warn('The seed ads are not beside the project; their tests are skipped.')

type Expected = Record<string, unknown> & {language: string; profile: Record<string, string>}
const expected: Record<string, Expected> = present
  ? JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
  : {}

const check = async (name: string): Promise<FileReport> => {
  const posting = await readPosting(name, readFileSync(new URL(name, folder)))
  return checkPosting(posting, defaultSettings, {today: '2019-01-01', lang: 'nb'})
}

const sections = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper', 'vilkår']
const fields = [
  'arbeidssted',
  'frist',
  'kontakt',
  'ansettelsesform',
  'stillingsprosent',
  'lønn',
  'tiltredelse',
  'pensjon',
  'søknadsmåte',
  'mangfoldserklæring',
  'søkerliste',
]

/** The properties that the expectation names, and the line; a text is enough in part. */
const comparable = (occurrence: FieldOccurrence, wanted: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(wanted).map((key) => {
      if (key === 'line') return [key, occurrence.place.start.line]
      if (key === 'text')
        return [key, String(occurrence.text).includes(String(wanted.text)) ? wanted.text : occurrence.text]
      return [key, occurrence[key]]
    }),
  )

describe.skipIf(!present).each(Object.entries(expected))('%s', (name, wanted) => {
  it.each(fields.filter((field) => wanted[field] !== undefined))('has the %s, and where', async (field) => {
    const found = (await check(name)).fields[field] ?? []
    const list = wanted[field] as Record<string, unknown>[]
    expect(found.map((occurrence, i) => comparable(occurrence, list[i] ?? {line: 0}))).toEqual(list)
  })

  it.each(['stillingstittel', 'arbeidsgiver'])('has the %s', async (field) => {
    const found = (await check(name)).fields[field] ?? []
    expect(found.map(({value}) => value)).toEqual(wanted[field])
  })

  it.each(sections.filter((section) => wanted[section] !== undefined))(
    'counts the items of %s',
    async (section) => {
      const found = (await check(name)).fields[section] ?? []
      expect(found.flatMap(({items}) => items)).toHaveLength(wanted[section] as number)
    },
  )

  it('has the language and the profile, with a reason', async () => {
    const {language, profile} = await check(name)
    expect(language).toBe(wanted.language)
    expect(profile.arbeidsgivertype).toMatchObject({value: wanted.profile.arbeidsgivertype, inferred: true})
    expect(profile.arbeidsgivertype?.why).toMatch(/«.+»/)
  })

  it('has no finding on gendered titles or age', async () => {
    const {findings} = await check(name)
    expect(findings.filter(({ruleId}) => /kjonnet-tittel|alder/.test(ruleId))).toEqual([])
  })
})

describe.skipIf(!present)('the errors of the seed ads', () => {
  it.each([
    ['000', []],
    ['001', []],
    [
      '002',
      [
        'felt/ansettelsesform',
        'felt/arbeidssted',
        'felt/kvalifikasjoner',
        'felt/stillingsprosent',
        'lov/offentlig-sokerliste',
      ],
    ],
    [
      '003',
      [
        'felt/ansettelsesform',
        'felt/arbeidssted',
        'felt/frist',
        'felt/kontakt',
        'felt/soknadsmate',
        'felt/stillingsprosent',
      ],
    ],
  ])('%s', async (start, ruleIds) => {
    const name = Object.keys(expected).find((key) => key.startsWith(start))!
    const {findings} = await check(name)
    expect(
      findings
        .filter(({severity}) => severity === 'error')
        .map(({ruleId}) => ruleId)
        .toSorted(),
    ).toEqual(ruleIds)
  })

  it.each([
    ['000', ['felt/lonn', 'felt/tiltredelse']],
    [
      '001',
      [
        'felt/arbeidsgiver-uklar',
        'felt/arbeidsgiver-uklar',
        'felt/frist-entydig',
        'felt/frist-vindu',
        'lov/aremal',
      ],
    ],
    [
      '002',
      [
        'felt/arbeidsoppgaver',
        'felt/kontakt',
        'felt/lonn',
        'felt/soknadsmate',
        'felt/stillingstittel-variant',
        'felt/tiltredelse',
      ],
    ],
    ['003', ['felt/tiltredelse']],
  ])('the warnings of %s', async (start, ruleIds) => {
    const name = Object.keys(expected).find((key) => key.startsWith(start))!
    const {findings} = await check(name)
    expect(
      findings
        .filter(({severity}) => severity === 'warning')
        .map(({ruleId}) => ruleId)
        .toSorted(),
    ).toEqual(ruleIds)
  })
})
