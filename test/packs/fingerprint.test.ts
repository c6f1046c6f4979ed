import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fingerprintOf, sentencesOf} from '../../src/packs/fingerprint.ts'
import {policy} from './policy.ts'
import {rewrapped} from './rewrap.ts'

const textsOf = (text: string): string[] => sentencesOf(text).map((sentence) => sentence.text)
const fingerprintsOf = (text: string): string[] => textsOf(text).map(fingerprintOf)

describe('sentencesOf', () => {
  it('parts headings, list items and sentences, and joins what the end of a line has parted', () => {
    expect(textsOf(policy)).toEqual([
      '1. Innledning',
      'Lillevik kommune vil være en arbeidsgiver som lytter til dem som jobber her.',
      'Vi følger regelverket, og vi sier fra når noe kan bli bedre',
      'Visjon',
      'Visjonen Vi bygger bro er et ønske om at folk møtes på tvers av fjorden.',
      'Broer skal tåle vær, vind og uenighet.',
      'Verdier',
      'Vi har to verdier, nysgjerrighet og tålmodighet.',
      'Nysgjerrighet er å spørre en gang til.',
      '2. Rekruttering',
      'Mål Våre strategier er å:',
      'Lillevik skal finne flere kolleger',
      'lyse ut på flere språk',
      'gi rekrutterings- og opplæringsansvar til noen som har tid',
      'Annonsene skal kunne leses av alle, og vi bruker ca. 200 ord.',
      'Avdelingene i Lillevik samarbeider om dem.',
    ])
  })

  it('tells the lines that a sentence was written on', () => {
    const lines = sentencesOf(policy).map(({firstLine, lastLine}) => [firstLine, lastLine])
    expect(lines.slice(0, 5)).toEqual([
      [1, 1],
      [3, 3],
      [3, 4],
      [6, 6],
      [7, 7],
    ])
    expect(lines.slice(-2)).toEqual([
      [23, 23],
      [23, 24],
    ])
  })

  it.each([
    ['a hyphen that belongs to the word', 'Vi har natt-\nog helgearbeid.', ['Vi har natt- og helgearbeid.']],
    ['a capital after a hyphen', 'Vi følger KS-\nAvtalen her.', ['Vi følger KS- Avtalen her.']],
    [
      'a name at the start of a line',
      'Vi jobber sammen med\nLillevik bygdelag.',
      ['Vi jobber sammen med Lillevik bygdelag.'],
    ],
    [
      'paragraphs on one line each',
      `Verdier\n${'Vi har mange gode ord her. '.repeat(6)}\nVisjon`,
      ['Verdier', ...Array<string>(6).fill('Vi har mange gode ord her.'), 'Visjon'],
    ],
    ['nothing', '\n \n', []],
  ])('reads %s', (_name, text, expected) => {
    expect(textsOf(text)).toEqual(expected)
  })
})

describe('fingerprintOf', () => {
  it('is twelve hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => /^[0-9a-f]{12}$/.test(fingerprintOf(text))),
    )
  })

  it.each([
    ['letter case', 'Verdiene ER åpne'],
    ['white space', ' Verdiene  er\u00A0åpne '],
    ['combining marks', 'Verdiene er åpne'.normalize('NFD')],
    ['soft hyphens', 'Ver\u00ADdiene er åpne'],
  ])('does not change with %s', (_name, text) => {
    expect(fingerprintOf(text)).toBe(fingerprintOf('Verdiene er åpne'))
  })

  it('changes with a word', () => {
    expect(fingerprintOf('Vi skal dele')).not.toBe(fingerprintOf('Vi kan dele'))
  })
})

describe('the fingerprints of a policy', () => {
  it('do not change with the width of its lines, its hyphens or its line ends', () => {
    const wanted = fingerprintsOf(policy)
    fc.assert(
      fc.property(fc.integer({min: 30, max: 110}), fc.boolean(), (width, hyphens) => {
        const text = rewrapped(policy, width, hyphens)
        expect(fingerprintsOf(text)).toEqual(wanted)
        expect(fingerprintsOf(text.replaceAll('\n', '\r\n'))).toEqual(wanted)
      }),
    )
  })

  it('come for any text, with lines in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'grapheme'})), (lines) => {
        const found = sentencesOf(lines.join('\n'))
        for (const {firstLine, lastLine} of found) expect(lastLine).toBeGreaterThanOrEqual(firstLine)
        const firsts = found.map(({firstLine}) => firstLine)
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
      }),
    )
  })
})
