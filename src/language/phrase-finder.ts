import type {Span} from '../posting/types.ts'
import {PhraseIndex} from './phrases.ts'

/**
 * Finds expressions in a text in lower case: gives their places, counted from `offset`, in the order of the text.
 *
 * @param patterns in the pattern language (see `pattern.ts`); read when first searched for
 */
export const createPhraseFinder = (
  patterns: readonly string[],
): ((lower: string, offset?: number) => Span[]) => {
  let index: PhraseIndex<undefined> | undefined
  return (lower, offset = 0) => {
    index ??= new PhraseIndex(patterns.map((pattern) => ({pattern, value: undefined})))
    return index.find(lower, offset).map(({start, end}) => ({start, end}))
  }
}
