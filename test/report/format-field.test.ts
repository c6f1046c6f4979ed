import {expect, test} from 'vitest'
import {formatField} from '../../src/report/format-field.ts'
import {placeOf} from './fixture.ts'

const shown = (
  name: string,
  value: Record<string, unknown>,
  lang: 'nb' | 'nn' | 'en' = 'nb',
  text = 'ordene',
) => formatField(name, {...value, text, place: placeOf('Renholder')}, lang).replaceAll('\u00a0', ' ')

const contact = {
  navn: 'Kari Eksempel',
  rolle: 'renholdsleder',
  telefon: ['+4740000000'],
  epost: ['kari@lillevik.example'],
}

test.each([
  ['stillingstittel', {value: 'Renholder'}, 'Renholder'],
  ['frist', {value: '2024-02-23'}, '23. februar 2024'],
  ['frist', {value: '2024-03-01', årAntatt: true}, '1. mars 2024 (årstallet står ikke i annonsen)'],
  ['frist', {value: null, label: 'snarest'}, 'snarest'],
  ['frist', {value: null, ugyldig: true}, 'ordene (ugyldig dato)'],
  ['kontakt', contact, 'Kari Eksempel, renholdsleder, tlf. 400 00 000, kari@lillevik.example'],
  ['kontakt', {telefon: ['+4722000000'], epost: []}, 'tlf. 22 00 00 00'],
  ['kontakt', {telefon: ['+4780012345'], epost: []}, 'tlf. 800 12 345'],
  ['kontakt', {telefon: ['+4702013'], epost: []}, 'tlf. 02013'],
  ['kontakt', {telefon: ['+46700000000'], epost: []}, 'tlf. +46700000000'],
  ['stillingsprosent', {min: 100, max: 100}, '100 %'],
  ['stillingsprosent', {min: 17.5, max: 80}, '17,5–80 %'],
  ['lønn', {kind: 'beløp', min: 40800, max: 40800, periode: 'måned'}, '40 800 kr per måned'],
  ['lønn', {kind: 'beløp', min: 550000, max: 620000, periode: 'år'}, '550 000–620 000 kr per år'],
  ['lønn', {kind: 'beløp', min: 230, max: 1000000, periode: 'time'}, '230–1 000 000 kr per time'],
  ['lønn', {kind: 'beløp', min: 1230.5, max: 1300, periode: 'time'}, '1 230,50–1 300 kr per time'],
  ['lønn', {kind: 'referanse'}, 'ordene'],
  ['lønn', {kind: 'referanse', vag: true}, 'ordene (uklart)'],
  ['tiltredelse', {value: '2027-08-01'}, '1. august 2027'],
  ['tiltredelse', {value: 'snarlig', vag: true}, 'snarlig (uklart)'],
  ['søknadsmåte', {value: 'på e-post', mål: 'post@lillevik.example'}, 'på e-post (post@lillevik.example)'],
  ['arbeidsoppgaver', {items: ['vaske']}, '1 punkt'],
  ['mangfoldserklæring', {grunnlag: []}, 'generell'],
  ['mangfoldserklæring', {grunnlag: ['alder', 'kjønn']}, '2 grunnlag: alder, kjønn'],
  ['søkerliste', {fullstendig: false}, 'ufullstendig varsel'],
  ['nytt felt', {}, 'ordene'],
])('%s %j reads %j', (name, value, expected) => {
  expect(shown(name, value)).toBe(expected)
})

test.each([
  ['nn', '1. mai 2027', 'tlf. 400 00 000', '37,5–100 %', '40 800,25 kr per månad'],
  ['en', '1 May 2027', 'phone 400 00 000', '37.5–100%', 'NOK 40,800.25 per month'],
] as const)('the same in %s', (lang, ...expected) => {
  const texts = [
    shown('frist', {value: '2027-05-01'}, lang),
    shown('kontakt', {telefon: contact.telefon, epost: []}, lang),
    shown('stillingsprosent', {min: 37.5, max: 100}, lang),
    shown('lønn', {kind: 'beløp', min: 40800.25, max: 40800.25, periode: 'måned'}, lang),
  ]
  expect(texts).toEqual(expected)
})

test('the groups of a number hold together', () => {
  const number = formatField('kontakt', {...contact, text: '', place: placeOf('Renholder')}, 'nb')
  expect(number).toContain('400\u00a000\u00a0000')
})
