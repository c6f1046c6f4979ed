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
