import type {Span} from '../../posting/types.ts'
import {common} from './common.ts'
import {compilePhrases} from './phrases.ts'
import {PhraseSearch} from './search.ts'

/**
 * Finds expressions in a text in lower case: gives their places, counted from `offset`, in the order of the text.
 *
 * @param patterns in the pattern language (see `pattern.ts`); read when first searched for
 */
export const createPhraseFinder = (
  patterns: readonly string[],
): ((lower: string, offset?: number) => Span[]) => {
  let search: PhraseSearch | undefined
  return (lower, offset = 0) => {
    search ??= new PhraseSearch(
      compilePhrases(
        patterns.map((pattern) => ({pattern})),
        common,
      ),
    )
    return search.find(lower, offset).map(({start, end}) => ({start, end}))
  }
}
