import type {Span} from '../../posting/types.ts'
import {common} from './common.ts'
import type {Passage} from './passage.ts'
import {compilePhrases, type IndexData} from './phrases.ts'
import {PhraseSearch} from './search.ts'

/** Finds expressions in a text in lower case: their places, counted from `offset`, in the order of the text. */
export type PhraseFinder = (lower: string | Passage, offset?: number) => Span[]

/** The lists of a vocabulary (`words.yml?phrases`) as the build has compiled them, by name. */
export type PhraseLists = Readonly<Record<string, () => IndexData>>

const finderFrom = (compiled: () => IndexData): PhraseFinder => {
  let search: PhraseSearch | undefined
  return (lower, offset = 0) => {
    search ??= new PhraseSearch(compiled())
    return search.find(lower, offset).map(({start, end}) => ({start, end}))
  }
}

/** A finder for each list of a vocabulary; its data is read when it is first used. */
export const phraseFinders = <Name extends string>(
  lists: PhraseLists,
): Readonly<Record<Name, PhraseFinder>> =>
  Object.fromEntries(Object.entries(lists).map(([name, compiled]) => [name, finderFrom(compiled)])) as Record<
    Name,
    PhraseFinder
  >

/**
 * A finder of expressions that the build does not know, or that seldom come into use.
 *
 * @param patterns in the pattern language (see `pattern.ts`); compiled when first searched for
 */
export const createPhraseFinder = (patterns: readonly string[]): PhraseFinder =>
  finderFrom(() =>
    compilePhrases(
      patterns.map((pattern) => ({pattern})),
      common,
    ),
  )
