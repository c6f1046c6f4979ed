import type {LexiconEntry} from '../types.ts'
import type {CommonWords} from './keys.ts'
import {compilePhrases, type IndexData, type Phrase} from './phrases.ts'

/** What a lexicon needs to search, as plain data; entries are known by their place in the list. */
export interface LexiconData {
  words: IndexData
  /** By the number of a phrase of `words`: its entry. */
  owners: number[]
  /** Words that are never flagged, and by the number of the phrase: the entry. */
  kept: IndexData
  keepers: number[]
}

const phrasesOf = ({nb, nn, en = [], compound_tail, title}: LexiconEntry): Phrase[] =>
  [...new Set([...nb, ...nn, ...en])].map((pattern) => ({pattern, tail: compound_tail, noun: title}))

/**
 * Prepares a lexicon; the build does so for the built-in rules.
 * Throws an `Error` that names an expression that is not well formed.
 */
export const compileLexicon = (entries: readonly LexiconEntry[], common: CommonWords): LexiconData => {
  const numbered = entries.flatMap((entry, number) => phrasesOf(entry).map((phrase) => ({phrase, number})))
  const isKept = ({number}: {number: number}): boolean => entries[number]!.status === 'keep'
  const kept = numbered.filter(isKept)
  const words = numbered.filter((one) => !isKept(one))
  const compile = (some: typeof numbered): IndexData =>
    compilePhrases(
      some.map(({phrase}) => phrase),
      common,
    )
  return {
    words: compile(words),
    owners: words.map(({number}) => number),
    kept: compile(kept),
    keepers: kept.map(({number}) => number),
  }
}
