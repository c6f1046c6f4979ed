import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import alder from '../../rules/inkludering/alder.lexicon.yml'
import kjonnetTittel from '../../rules/inkludering/kjonnet-tittel.lexicon.yml'
import {analyse} from '../../src/language/analyse.ts'
import {createLexicon, type LexiconHit, type RuledEntry} from '../../src/language/lexicon.ts'
import {readPattern} from '../../src/language/pattern.ts'
import {readPosting} from '../../src/posting/read.ts'

const entriesOf = (ruleId: string, data: unknown): RuledEntry[] =>
  (data as RuledEntry[]).map((entry) => ({...entry, ruleId}))

const titles = entriesOf('kjønnet-tittel', kjonnetTittel)
const ages = entriesOf('alder', alder)
const entries = [...titles, ...ages]
const lexicon = createLexicon(entries)

const grave = ({severity, reason}: LexiconHit): boolean => severity !== 'info' && reason === undefined
const graveWords = (text: string): string[] =>
  lexicon
    .find(text)
    .filter(grave)
    .map(({actual}) => actual)

const bad = entries.flatMap(({id, bad = []}) => bad.map((text): [string, string] => [text, id]))
const ok = entries.flatMap(({ok = []}) => ok)

describe('titles', () => {
  const flagged = titles.filter(({status, title}) => status !== 'keep' && title)
  const kept = titles.filter(({status}) => status === 'keep')

  test.each(flagged.map((entry): [string, RuledEntry] => [entry.id, entry]))(
    '%s, in all forms',
    (_, entry) => {
      for (const form of [...entry.nb, ...entry.nn]) {
        expect(lexicon.find(`Vi søker ${form} nå.`), form).toMatchObject([{actual: form}])
        expect(lexicon.find(form)[0]?.expected.length, form).toBeGreaterThan(0)
      }
    },
  )

  test.each(kept.map((entry): [string, RuledEntry] => [entry.id, entry]))(
    '%s is never flagged',
    (_, entry) => {
      for (const form of [...entry.nb, ...entry.nn]) expect(lexicon.find(`Om ${form} her.`), form).toEqual([])
    },
  )

  test.each([
    ['Skiftformannen', ['Skiftlederen']],
    ['LO-formann', ['leder', 'arbeidsleder', 'teamleder', 'bas']],
    ['helsesøstrene', ['helsesykepleierne']],
    ['rådmannens', ['kommunedirektørens']],
    ['Kontordamene', ['Kontormedarbeiderne', 'Sekretærene']],
    ['tillitsmennene', ['tillitsvalgte']],
    ['bussvertinner', ['bussverter']],
    ['varamenn', ['vararepresentanter', 'varamedlemmer']],
    ['brannmannen', ['brannkonstabelen']],
    ['ombudsmannen', ['ombudet', 'ombudspersonen']],
  ])('%s becomes %j', (text, expected) => expect(lexicon.find(text)[0]?.expected).toEqual(expected))

  test.each([
    'Formannskapet møtes hver måned.',
    'Menneskelig og faglig er vi sammen.',
    'Kommende mandag har vi allmannamøte? Nei, allmøte.',
    'Mannskapet er bemannet etter bemanningsplanen.',
    'Fylkesmannsembetet er historie.',
    'Saken går til lagmannsretten.',
  ])('«%s» is silent', (text) => expect(graveWords(text)).toEqual([]))
})

const seeds = '../shared/seeds'
const names = existsSync(seeds) ? readdirSync(seeds).filter((name) => /^00[0-3].*\.txt$/.test(name)) : []

describe.skipIf(names.length === 0)('real ads that say nothing amiss', () => {
  test.each(names)('%s', (name) => {
    const lines = readFileSync(`${seeds}/${name}`, 'utf8').normalize('NFC').split('\n')
    expect(lines.flatMap((line) => lexicon.find(line))).toEqual([])
  })
})
