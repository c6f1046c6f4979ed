import {expect, test} from 'vitest'
import {standardWordsIn} from '../../src/language/standards.ts'

const words = (text: string): {bokmål: string[]; nynorsk: string[]} => {
  const {bokmål, nynorsk} = standardWordsIn({text, lower: text.toLowerCase()})
  return {bokmål: bokmål.words, nynorsk: nynorsk.words}
}

test.each([
  ['Du får ikke flere oppgaver.', ['ikke', 'flere', 'oppgaver'], []],
  ['Du får ikkje fleire oppgåver.', [], ['ikkje', 'fleire', 'oppgåver']],
  ['Organisasjoner og moglegheiter', ['organisasjoner'], ['moglegheiter']],
  ['Vi bruker stillinga, boka og framtida.', [], []],
  ['Du leier prosjektet «Saman om eit betre Lillevik».', [], []],
  ['Kontoret i Fra Fjord til Fjell er ikkje stort.', [], ['ikkje']],
  ['«Ikke nå» seier vi ikkje.', [], ['ikkje']],
])('%s', (text, bokmål, nynorsk) => {
  expect(words(text)).toEqual({bokmål, nynorsk})
})

test('tells the little words that are one slip enough', () => {
  const common = (text: string): boolean => standardWordsIn({text, lower: text.toLowerCase()}).bokmål.common
  expect(common('Vi er ikke mange.')).toBe(true)
  expect(common('Vi har oppgaver til en.')).toBe(false)
})
