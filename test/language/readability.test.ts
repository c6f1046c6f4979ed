import {describe, expect, test} from 'vitest'
import {isProse, lixOf, sizeOf} from '../../src/language/readability.ts'
import {sentencesOf} from './sentences-of.ts'

test.each([
  ['Du får 5 uker ferie, og lønns- og arbeidsvilkår', 8, 1],
  ['Ring 400 00 012 – gjerne før kl. 15', 4, 0],
  ['(tjener), tjeneste, t-j-e-n-e-s-t-e', 3, 2],
  ['', 0, 0],
])('the words and long words of «%s»', (text, words, long) => {
  expect(sizeOf(text)).toEqual({words, long})
})

describe('LIX', () => {
  const lix = (...sentences: string[]): number => lixOf(sentences.map(sizeOf))

  test('is the words of a sentence and the long words in per cent', () => {
    expect(lix('Vi ser på havet')).toBe(4)
    expect(lix('Vi ser på havet', 'Du ror')).toBe(3)
    expect(lix('Vi planlegger ny skole')).toBe(4 + 25)
  })

  test('is 0 for no words', () => {
    expect(lix()).toBe(0)
    expect(lix('2027')).toBe(0)
  })
})

describe('running prose', () => {
  test.each([
    ['Vi er ni kolleger.', true],
    ['Vi er ni kolleger som deler på vaktene hver uke', true],
    ['Kort linje uten punktum', false],
    ['- Du svarer på spørsmål fra innbyggerne.', false],
    ['«Her er det aldri kjedelig», sier en av oss.', false],
    ['Søknadsfrist: 14. januar 2027', false],
    ['Ta kontakt med Solveig Myrland hvis du lurer på noe.', false],
  ])('%s: %s', async (text, expected) => {
    expect((await sentencesOf(text)).map(isProse)).toEqual([expected])
  })
})
