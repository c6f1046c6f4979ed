import type {Check} from '../../src/engine/types.ts'
import {tokenise} from '../../src/language/tokens.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'

const silentRoles = ['sitat', 'mangfoldserklæring', 'søkerliste']

/** What retext-equality finds in English sentences, where no expression of our own says more of the same words. */
export const check: Check = ({equality, analysis}) =>
  equality.flatMap(({span, actual, expected, severity, message, beside}) => {
    const sentence = analysis.sentences.find(
      (one) => one.span.start <= span.start && span.end <= one.span.end,
    )
    if (!sentence || silentRoles.includes(sentence.role)) return []
    if (sentence.hits.some((hit) => overlaps(hit.span, span))) return []
    if (beside && !hasOneOf(sentence, beside)) return []
    return [{message, span, severity, expected, data: {ord: actual, forslag: expected.join(' / ')}}]
  })

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

const hasOneOf = ({lower}: Sentence, words: readonly string[]): boolean =>
  tokenise(lower).some(({word}) => words.includes(word))
