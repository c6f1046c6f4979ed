import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

/** The employers found, which stand in the ad as they are. */
const employers = async (text: string, path = 'draft.txt') => {
  const found = await recogniseText(text, {field: 'arbeidsgiver', path})
  expect(found.map((one) => one.text)).toEqual(found.map(({value}) => value))
  return found.map(({value}) => value)
}

describe('a labelled employer', () => {
  test.each([
    ['label', 'Arbeidsgiver: Lillevik kommune', ['Lillevik kommune']],
    ['label, glued', 'Annonsør:Lillevik kommune', ['Lillevik kommune']],
    ['nynorsk label', 'Arbeidsgivar: Storfjell fylkeskommune', ['Storfjell fylkeskommune']],
    [
      'with the organisation number',
      'Arbeidsgiver: Lillevik kommune, org.nr. 999 999 999',
      ['Lillevik kommune'],
    ],
    ['the number in brackets', 'Arbeidsgiver: Lillevik kommune (orgnr 999999999)', ['Lillevik kommune']],
    [
      'the number in full, in a later line',
      'Vi søker kokk.\nArbeidsgiver: Lillevik Fisk AS, organisasjonsnummer 999 999 999\n',
      ['Lillevik Fisk AS'],
    ],
    ['a full stop behind it', 'Arbeidsgiver: Lillevik kommune. ', ['Lillevik kommune']],
    [
      'the same in other words',
      'Arbeidsgiver: Lillevik kommune\n\nArbeidsgiver: LILLEVIK kommune – teknisk\n\nArbeidsgiver: Storfjell',
      ['Lillevik kommune', 'Storfjell'],
    ],
    ['no name', 'Arbeidsgiver: 27', []],
    [
      'a sentence',
      'Arbeidsgiver: Vi er en stor arbeidsplass med mange oppgaver og søker alltid etter flinke folk i Lillevik',
      [],
    ],
    ['English label', 'Employer: Lillevik Robotics AS', ['Lillevik Robotics AS']],
    [
      'two that differ',
      'Arbeidsgiver: Lillevik kommune\nTekst.\nArbeidsgiver: Storfjell kommune',
      ['Lillevik kommune', 'Storfjell kommune'],
    ],
    [
      'mentions beside a label',
      'Storfjell kommune søker rektor.\n\nArbeidsgiver: Lillevik kommune',
      ['Lillevik kommune'],
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await employers(text)).toEqual(expected)
  })

  test('front matter', async () => {
    expect(await employers('---\narbeidsgiver: Lillevik kommune\n---\n\nTekst.', 'draft.md')).toEqual([
      'Lillevik kommune',
    ])
  })
})

describe('an employer in running text', () => {
  test.each([
    [
      'who seeks, not with whom one works',
      'Vi samarbeider med Storhaug kommune. Lillevik kommune søker lærer.',
      'Lillevik kommune',
    ],
    [
      'not who answers',
      'Lillevik kommune søker lærer.\n\nKontakt\n\nStorhaug kommune svarer. Storhaug kommune er åpen.',
      'Lillevik kommune',
    ],
    ['client', 'På vegne av Solvik søker vi daglig leder. Solvik er i vekst.', 'Solvik'],
    [
      'whose address it is',
      'Lillevik kommune og Storhaug kommune samarbeider. Se www.storhaug.kommune.no',
      'Storhaug kommune',
    ],
    ['capitals', 'NRK søker journalist. Kom til NRK.', 'NRK'],
    [
      'a name that stands within a sentence too',
      'Vi i Solvik søker kokk. Solviks kunder er mange.',
      'Solvik',
    ],
    [
      'the owner before the unit',
      'Lillevik skole søker lærer. Lillevik skole er fin. Lillevik kommune eier den.',
      'Lillevik kommune',
    ],
    ['who seeks', 'Lillevik kommune søker ny rektor.', 'Lillevik kommune'],
    [
      'several words',
      'Møre og Storfjell fylkeskommune har som mål å spegle folket.',
      'Møre og Storfjell fylkeskommune',
    ],
    ['genitive', 'Du jobber i tråd med Lillevik kommunes verdier.', 'Lillevik kommune'],
    [
      'unit and kommune',
      'Bystyrets kontor søker fagleder.\n\nLillevik kommune skal bli best.',
      'Lillevik kommune',
    ],
    [
      'company with small letters',
      'Lillevik elektriske installasjon AS søker etter elektriker.',
      'Lillevik elektriske installasjon AS',
    ],
    ['company inside a sentence', 'Søker du jobb i Lillevik Bygg AS?', 'Lillevik Bygg AS'],
    ['directorate', 'Klimadirektoratet jobber for et rent miljø.', 'Klimadirektoratet'],
    [
      'ministry',
      'Mangfold i Klima- og havdepartementet\n\nVi er opptatt av mangfold i arbeidet vårt.',
      'Klima- og havdepartementet',
    ],
    ['health trust', 'Helse Storfjell HF er et helseforetak.', 'Helse Storfjell HF'],
    [
      'university',
      'A position at the Department of Physics, University of Lillevik.',
      'University of Lillevik',
    ],
    [
      'client of a recruiter',
      'For vår oppdragsgiver Lillevik Økonomi søker vi regnskapsfører.',
      'Lillevik Økonomi',
    ],
    ['institution', 'Solbakken ungdomsskule har ledig vikariat. Kontakt oss.', 'Solbakken ungdomsskule'],
    ['plain name, spoken from', 'Hos FJORDA har vi stort hjerte. Du vil trives i FJORDA.', 'FJORDA'],
    ['English', 'At Noddo, we fix cars. Join our team at Noddo.', 'Noddo'],
    [
      'by the mail address',
      'Vi i Lillevik kommune liker samarbeid med Storfjell kommune. Send til post@lillevik.kommune.no',
      'Lillevik kommune',
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await employers(text)).toEqual([expected])
  })
})

describe('no employer', () => {
  test.each([
    ['a pension fund', 'Du blir medlem i Statens pensjonskasse.'],
    ['a recruiter', 'Kontakt Kari Lie hos Randstad.'],
    ['a portal', 'Søk via Jobbnorge.'],
    ['the kommune without its name', 'Vi er en kommune i vekst.'],
    ['an inverted sentence', 'Videre har du erfaring. Videre har du humor.'],
    ['a mere mention of a name', 'Assemble the first robots at Lillevik.'],
    ['an anonymous client', 'For vår anonyme oppdragsgiver søker vi økonomisjef.'],
  ])('%s', async (_trap, text) => {
    expect(await employers(text)).toEqual([])
  })
})
