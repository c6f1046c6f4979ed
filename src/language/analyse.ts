import type {Block, Posting} from '../posting/types.ts'
import {roleOf} from './roles.ts'
import {sentenceSpans} from './sentences.ts'
import {tokenise} from './tokens.ts'
import type {Analysis, Sentence} from './types.ts'

const sentencesOf = (block: Block): Sentence[] =>
  sentenceSpans(block.text).map(({start, end}) => {
    const text = block.text.slice(start, end)
    const span = {start: block.span.start + start, end: block.span.start + end}
    const tokens = tokenise(text, span.start)
    const role = roleOf({text, tokens, span}, block)
    return {span, text, role, block, language: block.language, sections: block.sections, tokens}
  })

/** The sentences of a posting with their words and roles; worked out when a rule first asks for them. */
export const analyse = (posting: Posting): Analysis => {
  let sentences: readonly Sentence[] | undefined
  return {
    get sentences() {
      sentences ??= posting.blocks.flatMap(sentencesOf)
      return sentences
    },
  }
}
