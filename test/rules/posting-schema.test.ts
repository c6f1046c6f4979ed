import {describe, expect, it} from 'vitest'
import validate from '../../schemas/posting.schema.json?validator'

/** The occurrences of an ad with nothing to remark on. */
const complete = {
  stillingstittel: [{value: 'Fagleder for byggesak'}],
  arbeidsgiver: [{value: 'Lillevik kommune'}],
  arbeidssted: [{value: 'Storgata 1, Lillevik', kind: 'adresse'}],
  frist: [{value: '2027-01-18', ukedag: 'mandag'}],
  kontakt: [{navn: 'Kari Lie', telefon: ['+4740000000'], epost: []}],
  ansettelsesform: [{value: 'fast'}],
  stillingsprosent: [{min: 100, max: 100, ord: 'heltid'}],
  lønn: [{kind: 'beløp', min: 560000, max: 640000, periode: 'år'}],
  tiltredelse: [{value: '1. april 2027'}],
  søknadsmåte: [{value: 'Søk her', mål: 'https://lillevik.example/12'}],
  pensjon: [{value: 'KLP'}],
  arbeidsoppgaver: [{items: ['føre tilsyn']}],
  kvalifikasjoner: [{items: ['bachelorgrad']}],
  mangfoldserklæring: [{grunnlag: ['alder']}],
  søkerliste: [{fullstendig: false}],
}

type Felt = Partial<Record<keyof typeof complete, unknown>>

/** Message and field or path of each violation that carries a message. */
const violations = (felt: Felt, arbeidsgivertype = 'kommune') => {
  validate({profil: {arbeidsgivertype}, felt})
  return (validate.errors ?? []).flatMap(({parentSchema, params, instancePath, keyword}) => {
    const melding = (parentSchema as {melding?: string}).melding
    const where = keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath
    return melding ? [`${melding} ${where}`] : []
  })
}

const without = (...fields: (keyof Felt)[]): Felt =>
  Object.fromEntries(Object.entries(complete).filter(([field]) => !fields.includes(field as keyof Felt)))

describe('posting.schema.json', () => {
  it('accepts a complete ad', () => {
    expect(validate({profil: {arbeidsgivertype: 'kommune'}, felt: complete})).toBe(true)
  })

  it('tells which fields are missing', () => {
    expect(violations(without('frist', 'kontakt'))).toEqual(['mangler /felt/frist', 'mangler /felt/kontakt'])
  })

  it('asks public employers only for the pension', () => {
    const felt = without('pensjon')
    for (const type of ['kommune', 'stat']) expect(violations(felt, type)).toEqual(['mangler /felt/pensjon'])
    for (const type of ['privat', 'partigruppe']) expect(violations(felt, type)).toEqual([])
  })

  it.each([
    ['a date that does not exist', {frist: [{value: null, ugyldig: true}]}, 'ugyldig /felt/frist/0/ugyldig'],
    [
      'contacts without a channel',
      {kontakt: [{navn: 'Kari Lie', telefon: [], epost: []}]},
      'uten-kanal /felt/kontakt',
    ],
    ['a post of 0 %', {stillingsprosent: [{min: 0, max: 0}]}, 'null-prosent /felt/stillingsprosent/0/max'],
    ['pay without content', {lønn: [{kind: 'referanse', vag: true}]}, 'vag /felt/lønn'],
    ['a start without content', {tiltredelse: [{value: 'snarlig', vag: true}]}, 'vag /felt/tiltredelse'],
    ['a lost link', {søknadsmåte: [{value: 'Søk her'}]}, 'uten-lenke /felt/søknadsmåte'],
    [
      'tasks in running text only',
      {arbeidsoppgaver: [{items: ['føre tilsyn'], løpende: true}]},
      'spredt /felt/arbeidsoppgaver',
    ],
    [
      'requirements in running text only',
      {kvalifikasjoner: [{items: ['Du må ha fagbrev.'], løpende: true}]},
      'spredt /felt/kvalifikasjoner',
    ],
  ])('tells of %s', (_what, felt, violation) => {
    expect(violations({...complete, ...felt})).toEqual([violation])
  })

  it.each([
    [
      'one contact that can be reached',
      {
        kontakt: [
          {telefon: [], epost: []},
          {telefon: [], epost: ['kari@lillevik.example']},
        ],
      },
    ],
    ['an amount beside a formula', {lønn: [{kind: 'referanse', vag: true}, ...complete.lønn]}],
    ['one way to apply with an address', {søknadsmåte: [{value: 'Søk her'}, ...complete.søknadsmåte]}],
    ['a deadline in words', {frist: [{value: null, label: 'snarest'}]}],
  ])('is content with %s', (_what, felt) => {
    expect(violations({...complete, ...felt})).toEqual([])
  })
})
