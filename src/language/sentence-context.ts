import {type Context, contextExpressions, contextOf, type Sign} from './context.ts'
import {PhraseIndex} from './phrases.ts'
import {tokenise} from './tokens.ts'
import type {Sentence} from './types.ts'

let index: PhraseIndex<Sign> | undefined

/** What stands around words in a sentence (a reason, a negation, a name), for rules without a lexicon. */
export const contextIn = ({text, lower, span}: Pick<Sentence, 'text' | 'lower' | 'span'>): Context => {
  index ??= new PhraseIndex(
    contextExpressions.flatMap(([sign, patterns]) => patterns.map((pattern) => ({pattern, value: sign}))),
  )
  const signs = index
    .find(lower, span.start)
    .map(({value: sign, start, end}) => ({sign, start, end}))
    .toSorted((one, other) => one.start - other.start)
  return contextOf(text, span.start, tokenise(lower, span.start), signs)
}
