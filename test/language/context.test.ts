import {describe, expect, test} from 'vitest'
import {createLexicon, type RuledEntry} from '../../src/language/lexicon.ts'

/** Two expressions about age: one of words, one of numbers. */
const entries: RuledEntry[] = [
  {
    id: 'alder',
    ruleId: 'prøve',
    severity: 'warning',
    nb: ['ung* og [energisk*|blid*]', 'mellom # og # år', 'over # år', 'ung* talent*'],
    nn: ['ung* og [energisk*|blid*]', 'mellom # og # år', 'over # år', 'ung* talent*'],
    en: ['over # years'],
  },
]
const hitsIn = (text: string) => createLexicon(entries).find(text)

describe('what is not asked for', () => {
  test.each([
    'Det er ikke et krav at du er ung og energisk.',
    'Det er ikkje eit krav at du er over 25 år.',
    'Vi har ingen krav om at du skal være over 25 år.',
    'Vi krever ikke at du er ung og energisk.',
    'Du trenger slett ikke være ung og blid.',
    'Du treng ikkje vere over 20 år.',
    'Du trenger verken å være ung og blid eller ha erfaring.',
    'Vi søker ikke en ung og blid selger, men en stødig kollega.',
    'Me leitar ikkje etter unge talent.',
    'I stedet for unge talenter vil vi ha erfarne folk.',
    'Å være ung og energisk er ingen forutsetning.',
    'Om du er over 25 år, spiller ingen rolle.',
    'Kravet om at du må være over 25 år gjelder ikke lenger.',
    'Vi vurderer deg uavhengig av om du er over 25 år.',
  ])('%s', (text) => expect(hitsIn(text)).toEqual([]))
})

describe('a negation reaches no further than its clause', () => {
  test.each([
    'Vi krever ikke erfaring og ser etter unge talenter.',
    'Vi krev ikkje røynsle, men du er mellom 20 og 30 år.',
    'Ingen krav til erfaring, helst mellom 20 og 30 år.',
    'Er du mellom 20 og 30 år, er erfaring ikke et krav.',
    'Du er mellom 20 og 30 år, og utdanning er ikke nødvendig.',
    'Du trenger ikke å ha erfaring så lenge du er mellom 20 og 30 år.',
    'Vi spør ikke om erfaring, vi vil ha unge talenter.',
    'Uavhengig av kjønn søker vi deg mellom 20 og 30 år.',
    'Vi søker uavhengig av kjønn en ung og energisk selger.',
    'Uansett hva du har gjort før, må du være over 30 år.',
  ])('%s', (text) => expect(hitsIn(text)).toHaveLength(1))
})

describe('people whom the work is for', () => {
  test.each([
    'Du skal jobbe med unge og energiske elever.',
    'Vi gir tilbud til unge talenter i kulturskolen.',
    'Du følger opp unge og blide brukere.',
    'Tenesta rettar seg mot unge og energiske innbyggjarar.',
    'Du veileder brukere mellom 18 og 30 år.',
  ])('%s', (text) => expect(hitsIn(text)).toEqual([]))

  test.each([
    'Du får jobbe med unge og energiske kolleger.',
    'Vi er en arbeidsplass med unge og energiske folk.',
    'Hos oss møter du en ung og blid ledergruppe.',
    'Du hjelper kunder og er ung og energisk.',
    'Vi hjelper deg som er mellom 20 og 30 år, inn i jobben.',
  ])('… but not the colleagues or the applicant: %s', (text) => expect(hitsIn(text)).toHaveLength(1))
})

describe('reasons', () => {
  test.each([
    ['Du må være over 20 år for å kunne servere alkohol.', 'for å kunne servere alkohol'],
    ['Du må vere over 20 år grunna alkoholservering.', 'grunna'],
    ['Du må være over 20 år p.g.a. skjenkebevillingen.', 'p.g.a'],
    ['Loven krever at du er over 20 år.', 'Loven krever'],
    ['Som følgje av skjenkeløyvet må du vere over 20 år.', 'Som følgje av'],
    ['Av sikkerhetsmessige årsaker må du være over 20 år.', 'Av sikkerhetsmessige årsaker'],
    ['Vi har skjenkeløyve, og difor må du vere over 20 år.', 'difor må'],
    ['Du må være over 20 år (alkoholloven).', 'alkoholloven'],
  ])('%s', (text, reason) => expect(hitsIn(text)).toMatchObject([{reason}]))

  test.each([
    'Kravet for stillingen er at du er over 20 år.',
    'Du er over 20 år og jobber for det meste ute.',
    'Du er over 20 år og kjenner plan- og bygningsloven.',
    'Du er ung og energisk, og lønn gis etter hovedtariffavtalen § 4.',
    'Vi søker unge talenter for å selge mer.',
  ])('no reason: %s', (text) => expect(hitsIn(text)[0]).not.toHaveProperty('reason'))
})

describe('names', () => {
  test('are not what they say', () => {
    expect(hitsIn('Vi samarbeider med Unge Talenter om dette.')).toEqual([])
  })

  test.each([
    'Vi søker Unge Talenter til butikken.',
    'UNGE TALENTER SØKES TIL BUTIKKEN.',
    'DU MÅ VÆRE OVER 20 ÅR OG BLID.',
  ])('… but not what is sought, nor capitals throughout: %s', (text) => expect(hitsIn(text)).toHaveLength(1))
})
