import {compiledSigns} from 'virtual:expressions'
import {type Context, contextOf, contextSigns} from './context.ts'
import {PhraseSearch} from './search/search.ts'
import type {Sentence} from './types.ts'

let search: PhraseSearch | undefined

/** What stands around words in a sentence: a reason, a negation, a name. */
export const contextIn = ({text, words, span}: Pick<Sentence, 'text' | 'words' | 'span'>): Context =>
  contextOf(text, span.start, () => {
    search ??= new PhraseSearch(compiledSigns())
    return search
      .find(words, span.start)
      .map(({phrase, start, end}) => ({sign: contextSigns[phrase]!.sign, start, end}))
  })
