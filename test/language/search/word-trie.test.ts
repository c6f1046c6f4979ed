import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {WordTrie} from '../../../src/language/search/word-trie.ts'
import {tokenise} from '../../../src/language/tokens.ts'

/** Words of an even length lead somewhere, here to themselves. */
const lookUp = (word: string): string | undefined => (word.length % 2 === 0 ? word : undefined)

interface Taken {
  word: string
  start: number
  end: number
}

const walked = (trie: WordTrie<string>, text: string): Taken[] => {
  const taken: Taken[] = []
  trie.walk(text, (word, start, end) => taken.push({word, start, end}))
  return taken
}

const wanted = (text: string): Taken[] => tokenise(text).filter(({word}) => lookUp(word) !== undefined)

/** Norwegian and foreign letters, digits, combining marks, signs and white space. */
const texts = fc
  .array(fc.constantFrom(...'abeinrtøåéäßčжю0123 \n-.,–\u0301\u00ad'), {maxLength: 60})
  .map((units) => units.join(''))

describe('the trie takes just the words that lead to something', () => {
  it('in any text, the first time and again', () => {
    const trie = new WordTrie(lookUp)
    fc.assert(
      fc.property(texts, (text) => {
        expect(walked(trie, text)).toEqual(wanted(text))
        expect(walked(trie, text)).toEqual(wanted(text))
      }),
      {numRuns: 1000},
    )
  })

  it('in more different words than it can remember, in one text or in several', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzæøå'
    const nameOf = (number: number): string =>
      [...String(number)].map((digit) => letters[(Number(digit) * 7 + number) % letters.length]).join('')
    const words = Array.from({length: 60_000}, (_, i) => `${nameOf(i * 7919)}${nameOf(i)}`)
    const trie = new WordTrie(lookUp)
    const long = words.join(' ')
    expect(walked(trie, long)).toEqual(wanted(long))
    for (const part of [words.slice(0, 500).join(' '), words.slice(-500).join(', ')]) {
      expect(walked(trie, part)).toEqual(wanted(part))
    }
  })

  it('asks for a word once', () => {
    const asked: string[] = []
    const trie = new WordTrie<string>((word) => {
      asked.push(word)
      return undefined
    })
    for (let i = 0; i < 3; i++) walked(trie, 'vi søker en lærer, en vaktmester og 2 lærere (c++)')
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
  })
})
