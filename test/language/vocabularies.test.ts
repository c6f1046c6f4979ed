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

describe('sentences of the entries', () => {
  test.each(bad)('«%s» is found by %s', (text, id) => {
    const variants = [
      text,
      text.toLowerCase(),
      text.toUpperCase(),
      text.replaceAll(' ', '\n'),
      `«${text}»`,
      `– ${text}`,
    ]
    for (const variant of variants) expect(lexicon.find(variant).map(({entryId}) => entryId)).toContain(id)
  })

  test.each(ok)('«%s» is silent', (text) => expect(graveWords(text)).toEqual([]))
})

test('decomposed letters, soft hyphens and hard spaces in the file do not hide words', async () => {
  const draft =
    'Vi søker vaske\u00ADdame og råd\u00ADmann. Du er mellom\u00A020\u00A0og 30\u00A0år.'.normalize('NFD')
  const posting = await readPosting('utkast.txt', new TextEncoder().encode(draft))
  const hits = analyse(posting).sentences.flatMap((sentence) => lexicon.find(sentence))
  expect(hits.map(({entryId}) => entryId)).toEqual(['vaskedame', 'rådmann', 'aldersspenn'])
  expect(posting.words(hits[0]!.span)).toBe('vaske\u00ADdame')
})

describe('entries', () => {
  test('have ids of their own', () => {
    for (const list of [titles, ages]) {
      const ids = list.map(({id}) => id)
      expect(ids).toEqual([...new Set(ids)])
    }
  })

  test('are well formed, in bokmål and in nynorsk', () => {
    for (const {nb, nn, except = []} of entries) {
      expect(nb.length * nn.length).toBeGreaterThan(0)
      for (const pattern of [...nb, ...nn, ...except])
        expect(() => readPattern(pattern).endIn('', 0)).not.toThrow()
    }
  })

  test('no replacement is itself flagged', () => {
    for (const {to_nb = [], to_nn = []} of entries) {
      for (const text of [...to_nb, ...to_nn]) expect(lexicon.find(text), text).toEqual([])
    }
  })
})

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
