import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {passageOf, WordMemo} from '../../../src/language/search/passage.ts'
import {tokenise} from '../../../src/language/tokens.ts'

/** Words of an even length lead somewhere, here to themselves. */
const lookUp = (word: string): string | undefined => (word.length % 2 === 0 ? word : undefined)

interface Taken {
  word: string
  start: number
  end: number
}

/** The words of a text that lead somewhere. */
const taken = (memo: WordMemo<string>, text: string): Taken[] => {
  const passage = passageOf(text)
  return Array.from({length: passage.to}, (_, word) => word).flatMap((word) => {
    const found = memo.of(passage, word)
    const start = passage.startOf(word)
    return found === undefined ? [] : [{word: found, start, end: start + found.length}]
  })
}

const wanted = (text: string): Taken[] => tokenise(text).filter(({word}) => lookUp(word) !== undefined)

/** Norwegian and foreign letters, digits, combining marks, signs and white space. */
const texts = fc
  .array(fc.constantFrom(...'abeinrtøåéäßčжю0123 \n-.,–\u0301\u00ad'), {maxLength: 60})
  .map((units) => units.join(''))

describe('just the words are told that lead to something', () => {
  it('in any text, the first time and again', () => {
    const memo = new WordMemo(lookUp)
    fc.assert(
      fc.property(texts, (text) => {
        expect(taken(memo, text)).toEqual(wanted(text))
        expect(taken(memo, text)).toEqual(wanted(text))
      }),
      {numRuns: 1000},
    )
  })

  it('in more different words than it can remember, in one text or in several', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzæøå'
    const nameOf = (number: number): string =>
      [...String(number)].map((digit) => letters[(Number(digit) * 7 + number) % letters.length]).join('')
    const words = Array.from({length: 60_000}, (_, i) => `${nameOf(i * 7919)}${nameOf(i)}`)
    const memo = new WordMemo(lookUp)
    const long = words.join(' ')
    expect(taken(memo, long)).toEqual(wanted(long))
    for (const part of [words.slice(0, 500).join(' '), words.slice(-500).join(', ')]) {
      expect(taken(memo, part)).toEqual(wanted(part))
    }
  })

  it('asks for a word once', () => {
    const asked: string[] = []
    const memo = new WordMemo<string>((word) => {
      asked.push(word)
      return undefined
    })
    for (let i = 0; i < 3; i++) taken(memo, 'vi søker en lærer, en vaktmester og 2 lærere (c++)')
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
  })

  it('in a part of a text', () => {
    const memo = new WordMemo(lookUp)
    const text = 'vi søker to lærere til åtte elever'
    const places = wanted(text).flatMap(({start, end}) => [start, end])
    for (const start of places)
      for (const end of places.filter((place) => place >= start)) {
        const part = passageOf(text).part(start, end)
        const words = Array.from({length: part.to - part.from}, (_, i) => memo.of(part, part.from + i))
        expect(words.filter(Boolean)).toEqual(wanted(text.slice(start, end)).map(({word}) => word))
      }
  })
})
