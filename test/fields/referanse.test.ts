import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const references = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'referanse', path})).map(({value, text: words}) => [value, words])

describe('reference', () => {
  test.each([
    ['label', 'Referansenr.: 4000123456', '4000123456'],
    ['label with a letter', 'StillingsID: L-1847', 'L-1847'],
    ['two labels in a line', 'Org. nr: 999888777 Stillingsident: 4000123456', '4000123456'],
    ['case number', 'Arkivsak: 27/1234', '27/1234'],
    ['prose', 'Merk søknaden med ref. 2027/12.', '2027/12'],
    [
      'prose with more than one part',
      'Send SMS og oppgi referanse 58-2027 LAV, så ringer vi.',
      '58-2027 LAV',
    ],
    ['English', 'For inquiries, please use reference code: 387001', '387001'],
    ['address in a portal', 'Se www.jobbnorge.no/ledige-stillinger/stilling/289001/laerer', '289001'],
  ])('%s', async (_form, text, value) => {
    expect(await references(text)).toEqual([[value, value]])
  })

  test('front matter', async () => {
    expect(await references('---\nreferanse: 27/1234\n---\n\n# Lærer', 'draft.md')).toEqual([
      ['27/1234', '27/1234'],
    ])
  })
})

describe('no reference', () => {
  test.each([
    ['persons who recommend', 'Referanser: oppgis på forespørsel'],
    ['how many', 'Oppgi minst 2 referanser.'],
    ['position code', 'Lønn som rådgiver (stillingskode 1434).'],
    ['law', 'Jf. offentleglova § 25.'],
    ['organisation number', 'Org.nr.: 999 888 777'],
  ])('%s', async (_form, text) => {
    expect(await references(text)).toEqual([])
  })
})

describe('which number it is', () => {
  test.each([
    ['a date is none', 'Referanse: 03.05.2027', []],
    ['letters are none', 'Referansenummer: ABC', []],
    ['with its part', 'Saksnr. 26/118-3, kode 7', ['26/118-3']],
    ['in quotation marks', 'Merk søknaden med «26/118».', ['26/118']],
    ['marked', 'Merk søknaden 12345.', ['12345']],
    ['a name', 'Merk søknaden med navn.', []],
    ['referees', 'Referanser oppgis i søknaden.', []],
    ['two', 'Vi har ref. 17 og ref. 18.', ['17', '18']],
    [
      'in the address of the ad',
      'Søk her: https://www.finn.no/job/ad.html?finnkode=123456789',
      ['123456789'],
    ],
    [
      'in the first address',
      'Søk: https://www.finn.no/job/ad/123456789 eller https://www.finn.no/job/ad/987654321',
      ['123456789'],
    ],
    [
      'not in the address when the ad tells it',
      'Referanse: 26/118\n\nSøk: https://www.finn.no/job/ad/123456789',
      ['26/118'],
    ],
  ])('%s', async (_what, text, expected) => {
    const found = await recogniseText(text, {field: 'referanse'})
    expect(found.map(({value}) => value)).toEqual(expected)
    expect(found.map((one) => one.text)).toEqual(expected)
  })

  test('in the address behind a link, at the words of the link', async () => {
    const text = 'Les mer [på Finn](https://www.finn.no/job/ad/123456789).'
    expect(await recogniseText(text, {field: 'referanse', path: 'draft.md'})).toMatchObject([
      {value: '123456789', text: 'på Finn'},
    ])
  })
})
