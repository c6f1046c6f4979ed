import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {type Asker, type ChoiceQuestion, GoBack, type TextQuestion} from '../../cli/ask/types.ts'
import type {Answers} from '../../cli/new/draft.ts'
import {interview} from '../../cli/new/interview.ts'
import {createJudge} from '../../cli/new/judge.ts'
import {defaultSettings, type Settings} from '../../src/engine/settings.ts'
import {readPack} from '../../src/packs/read.ts'

const today = '2026-11-21'

const replies: Record<string, string> = {
  'Hva er stillingstittelen?': 'Vaktmester',
  'Hvem er arbeidsgiveren?': 'Lillevik kommune',
  'Hvor er arbeidsstedet?': 'Skolegata 2, 9999 Lillevik',
  'Hva er lønnen?': '450000-520000',
  'Når skal den nye begynne?': '1. mars 2027',
  'Hva er arbeidsoppgavene?': 'holde bygget i stand',
  'Hvilke kvalifikasjoner må eller bør søkeren ha?': 'du er praktisk',
  'Hvem kan søkeren spørre om stillingen?': 'Kari Eksempel, driftsleder, tlf. 400 00 000',
  'Hvor skal søknaden sendes?': 'https://lillevik.example/jobb',
}

interface Conversation {
  /** What was asked, in order. */
  asked: string[]
  /** What stood ready. */
  ready: Record<string, unknown>
  answers: Answers
}

/** Answers as `replies` say, else with what stands ready; goes back once from a question. */
const converse = async (
  settings: Settings,
  profile: Answers['profile'],
  backFrom = '',
): Promise<Conversation> => {
  const asked: string[] = []
  const ready: Record<string, unknown> = {}
  let goesBack = backFrom !== ''
  const begin = (label: string): void => {
    asked.push(label)
    if (goesBack && label === backFrom) {
      goesBack = false
      throw new GoBack()
    }
  }
  const asker: Asker = {
    async text({label, value, flaw}: TextQuestion) {
      begin(label)
      ready[label] = value
      const answer = replies[label] ?? value ?? ''
      expect(await flaw?.(answer)).toBeUndefined()
      return answer
    },
    async choose<Value>({label, choices, ready: standing}: ChoiceQuestion<Value>) {
      begin(label)
      ready[label] = standing?.[0]
      return (choices.find(({value}) => value === standing?.[0]) ?? choices[0]!).value
    },
    chooseSome: () => Promise.reject(new Error('not asked')),
    confirm: () => Promise.reject(new Error('not asked')),
    tell: () => {},
    close: () => {},
  }
  const judge = createJudge({settings, today, lang: 'nb'})
  const run = {asker, judge, settings, today, lang: 'nb' as const, remarked: new Map<string, string>()}
  return {asked, ready, answers: await interview(run, {profile, fields: {}, statements: {}})}
}

const kommune = {arbeidsgivertype: 'kommune', tariffområde: 'KS', sektor: 'annet', målform: 'bokmål'}

test('what the configuration and the portal say is not asked', async () => {
  const settings: Settings = {
    ...defaultSettings,
    portal: ['frist', 'kontakt', 'lønn', 'søknadsmåte', 'pensjon'],
  }
  const {asked} = await converse(settings, kommune)
  expect(asked).toEqual([
    ...['Hva er stillingstittelen?', 'Hvem er arbeidsgiveren?', 'Hvor er arbeidsstedet?'],
    ...['Hva slags ansettelse er det?', 'Hvor stor er stillingen?', 'Når skal den nye begynne?'],
    ...['Hva er arbeidsoppgavene?', 'Hvilke kvalifikasjoner må eller bør søkeren ha?'],
    ...['Hvilke personlige egenskaper er viktige?', 'Hva tilbyr dere, ut over det du har skrevet?'],
    ...['Mangfoldserklæring?', 'Tilbud om tilrettelegging?', 'Opplysning om offentlig søkerliste?'],
    'Hvordan skal annonsen begynne?',
  ])
})

test.each([
  [{arbeidsgivertype: 'privat'}, 'Hvilken pensjonsordning har dere?', false],
  [{arbeidsgivertype: 'stat'}, 'Hvilken pensjonsordning har dere?', true],
  [{sektor: 'helse-omsorg'}, 'Når skal det jobbes?', true],
  [{sektor: 'skole'}, 'Når skal det jobbes?', false],
  [{arbeidsgivertype: 'partigruppe'}, 'Opplysning om offentlig søkerliste?', false],
])('what the schema and the rules want of %j: %s %s', async (profile, label, isAsked) => {
  const settings: Settings = {...defaultSettings, templates: {arbeidstid: 'Arbeidstid: dagtid'}}
  const {asked} = await converse(settings, {...kommune, ...profile})
  expect(asked.includes(label)).toBe(isAsked)
})

test('the profile is asked first, with what is likely standing ready', async () => {
  const {asked, ready} = await converse(defaultSettings, {})
  expect(asked.slice(0, 4)).toEqual([
    ...['Hva slags arbeidsgiver er dette?', 'Hvilket tariffområde hører stillingen til?'],
    ...['Hvilken sektor er stillingen i?', 'Hvilken målform skal annonsen ha?'],
  ])
  expect(ready).toMatchObject({
    'Hvilket tariffområde hører stillingen til?': 'KS',
    'Hva er søknadsfristen?': '14. desember 2026',
  })
})

test('texts of the employer and of its packs are offered', async () => {
  const lillevik = await readPack(fileURLToPath(new URL('../../cli/init/lillevik', import.meta.url)))
  const templates = {
    pensjon: 'Pensjon: KLP',
    arbeidsoppgaver: 'Arbeidsoppgaver\n\n- holde orden\n- ta imot varer',
    'inkludering/mangfoldserklaering': {nb: 'Hos oss er alle velkommen til å søke.'},
    kontakt: 'Kontaktperson: [navn]',
  }
  const {ready, answers} = await converse({...defaultSettings, packs: [lillevik], templates}, kommune)
  expect(ready).toMatchObject({'Hvilken pensjonsordning har dere?': 'KLP'})
  expect(ready['Hva er arbeidsoppgavene?']).toBe('holde orden\nta imot varer')
  expect(ready['Hvem kan søkeren spørre om stillingen?']).toBeUndefined()
  expect(answers.statements).toMatchObject({
    mangfoldserklæring: 'Hos oss er alle velkommen til å søke.',
    svarfrist: 'Alle som søker, får svar innen tre uker.',
  })
})

test('who goes back finds the answer standing ready', async () => {
  const {asked, ready} = await converse(defaultSettings, kommune, 'Hvor er arbeidsstedet?')
  expect(asked.slice(1, 5)).toEqual([
    ...[
      'Hvem er arbeidsgiveren?',
      'Hvor er arbeidsstedet?',
      'Hvem er arbeidsgiveren?',
      'Hvor er arbeidsstedet?',
    ],
  ])
  expect(ready['Hvem er arbeidsgiveren?']).toBe('Lillevik kommune')
})
