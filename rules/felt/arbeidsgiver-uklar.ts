import type {Check, Hit} from '../../src/engine/types.ts'
import claims from '../../src/vocabulary/employer-claims.yml'
import {compile, inLowerCase, wholeWord} from '../../src/vocabulary/pattern.ts'

const cheap = /arbeidsgiver|arbeidsgivar|employer| ansatt i | tilsett i /
const expressions = (claims as string[]).map((source) => compile(wholeWord(source), 'gu'))

/** Running text that names another employer than the one that the ad gives. */
export const check: Check = ({fields, analysis, posting}) => {
  const employer = fields.arbeidsgiver[0]
  if (!employer) return []
  const name = wordsOf(employer.value.value)
  return analysis.sentences.flatMap(({text, span, block}): Hit[] => {
    const words = inLowerCase(text)
    if (block.kind === 'pair' || !cheap.test(words)) return []
    return expressions
      .flatMap((expression) => [...words.matchAll(expression)])
      .filter(({groups}) => !wordsOf(groups!.value!).some((word) => name.includes(word)))
      .map((match) => {
        const start = span.start + match.index
        const claim = {start, end: start + match[0].length}
        return {message: 'uklar', span: claim, data: {en: employer.value.value, to: posting.words(claim)}}
      })
  })
}

const wordsOf = (text: string): string[] =>
  inLowerCase(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
