import {describe, expect, test} from 'vitest'
import data from '../../rules/inkludering/kjonnet-tittel.lexicon.yml'
import {asSentence, createLexicon, type RuledEntry} from '../../src/language/lexicon.ts'
import type {Language} from '../../src/posting/types.ts'

const titles = (data as RuledEntry[]).map((entry) => ({...entry, ruleId: 'kjønnet-tittel'}))
const lexicon = createLexicon(titles)

const inLanguage = (text: string, language: Language) => lexicon.find(asSentence(text, 0, language))

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
    'Kommende mandag har vi allmøte.',
    'Mannskapet er bemannet etter bemanningsplanen.',
    'Fylkesmannsembetet er historie.',
    'Saken går til lagmannsretten.',
  ])('«%s» is silent', (text) => expect(lexicon.find(text).map(({actual}) => actual)).toEqual([]))
})

describe('an exchange that is safe to make without asking', () => {
  test.each<[string, Language]>([
    ['Vi søker en vaskedame.', 'nb'],
    ['Vaskedamen begynner klokka sju.', 'nb'],
    ['Vi søkjer ein næringslivsmann.', 'nn'],
    ['Talsmannens rolle', 'nb'],
  ])('%s', (text, language) => {
    expect(inLanguage(text, language)).toMatchObject([{exchangeable: true}])
  })

  test.each<[string, string, Language]>([
    ['a choice of titles', 'Vi søker en formann.', 'nb'],
    ['an article in the feminine', 'Vi søkjer ei vaskedame.', 'nn'],
    ['a feminine word two words before', 'Vi trenger ei lita hjelpsom vaskedame.', 'nb'],
    ['a replacement that is inflected as an adjective', 'Tillitsmannen er med.', 'nb'],
    ['a replacement in the neuter', 'Sivilombudsmannen har uttalt seg.', 'nb'],
  ])('not with %s', (_, text, language) => {
    expect(inLanguage(text, language)).toMatchObject([{exchangeable: false}])
  })
})
