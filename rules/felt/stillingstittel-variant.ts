import type {Check, Hit} from '../../src/engine/types.ts'
import {tokenise} from '../../src/language/tokens.ts'
import type {Token} from '../../src/language/types.ts'

/** A title of fewer words has no variants that can be told from other text. */
const fewestWords = 4
const mostDifferences = 2

/** The title again, with a word left out or put in between. */
export const check: Check = ({fields, analysis, posting}) => {
  const title = fields.stillingstittel[0]
  if (!title) return []
  const wanted = wordsOf(title.value.value)
  if (wanted.length < fewestWords) return []
  return analysis.sentences.flatMap(({lower, span: {start}}) => {
    const tokens = tokenise(lower, start)
    return tokens.flatMap(({word}, i): Hit[] => {
      if (word !== wanted[0]) return []
      const last = alignEnd(wanted, tokens.slice(i))
      if (last === undefined) return []
      const span = {start: tokens[i]!.start, end: tokens[i + last]!.end}
      return [{message: 'variant', span, data: {en: title.value.value, to: posting.words(span)}}]
    })
  })
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Index of the token on which the title ends, when the tokens are the title but for one or two words that
 * are left out or put in; undefined when they are the title itself or something else.
 */
const alignEnd = (wanted: readonly string[], tokens: readonly Token[]): number | undefined => {
  let differences = 0
  let at = 0
  for (const [i, word] of wanted.entries()) {
    if (tokens[at]?.word === word) at++
    else if (tokens[at + 1]?.word === word) {
      differences++
      at += 2
    } else {
      differences++
      if (i === wanted.length - 1) return undefined
    }
    if (differences > mostDifferences) return undefined
  }
  return differences > 0 && at > wanted.length / 2 ? at - 1 : undefined
}
