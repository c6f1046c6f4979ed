import {compiledSigns} from 'virtual:expressions'
import {type Context, contextOf, contextSigns} from './context.ts'
import {PhraseSearch} from './search.ts'
import {tokenise} from './tokens.ts'
import type {Sentence} from './types.ts'

let search: PhraseSearch | undefined

/** What stands around words in a sentence: a reason, a negation, a name. */
export const contextIn = ({text, lower, span}: Pick<Sentence, 'text' | 'lower' | 'span'>): Context => {
  search ??= new PhraseSearch(compiledSigns())
  const signs = search
    .find(lower, span.start)
    .map(({phrase, start, end}) => ({sign: contextSigns[phrase]!.sign, start, end}))
  return contextOf(text, span.start, tokenise(lower, span.start), signs)
}
