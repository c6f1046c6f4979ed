import {type CommonWords, type Key, keysOf} from './keys.ts'
import {isPlainWord} from './pattern.ts'

/** An expression to be found. */
export interface Phrase {
  pattern: string
  /** The word also counts as the last part of a compound. */
  tail?: boolean | undefined
  /** The word also counts in the genitive. */
  noun?: boolean | undefined
}

/** Numbers of phrases or needs, filed under the key of a word. */
export type Filed = Record<Key, number[]>

/** An expression with operators: what can be told of it before it is parsed. */
export interface Facts {
  /** A match begins with its key, and not before it. */
  first: boolean
  initials: readonly [first: number, second: number]
  /** Numbers of needs that must be met in the same sentence. */
  needs: readonly number[]
}

/** All that a search for phrases needs, as plain data: it is made by the build, or when a lexicon is made. */
export interface IndexData {
  /** By the number of the phrase. */
  patterns: string[]
  /** By the number of the phrase; absent for a plain word. */
  facts: (Facts | null)[]
  nouns: number[]
  words: Filed
  expressions: Filed
  needs: Filed
}

/**
 * Files phrases under the words by which they are found. The number of a phrase is its place in the list.
 * Throws an `Error` that names an expression that is not well formed.
 */
export const compilePhrases = (phrases: readonly Phrase[], common: CommonWords): IndexData => {
  const data: IndexData = {patterns: [], facts: [], nouns: [], words: {}, expressions: {}, needs: {}}
  const file = (filed: Filed, key: Key, number: number): void => {
    filed[key] ??= []
    filed[key].push(number)
  }
  const needNumbers = new Map<string, number>()
  const needNumber = (keys: readonly Key[]): number => {
    const name = keys.join(' ')
    const known = needNumbers.get(name)
    if (known !== undefined) return known
    const number = needNumbers.size
    needNumbers.set(name, number)
    for (const key of keys) file(data.needs, key, number)
    return number
  }
  for (const [number, {pattern, tail, noun}] of phrases.entries()) {
    data.patterns.push(pattern)
    if (noun) data.nouns.push(number)
    if (isPlainWord(pattern)) {
      const word = pattern.toLowerCase()
      data.facts.push(null)
      file(data.words, word, number)
      if (tail) file(data.words, `*${word}`, number)
      continue
    }
    const {words, first, needs, initials} = keysOf(pattern, common)
    data.facts.push({first, initials, needs: needs.map(needNumber)})
    for (const key of words) file(data.expressions, key, number)
  }
  return data
}
