import type {Block, Posting} from '../posting/types.ts'
import type {Lexicon} from './lexicon.ts'
import {sentenceSpans} from './sentences.ts'
import {lowered} from './tokens.ts'
import type {Analysis, Sentence} from './types.ts'

const sentencesOf = (block: Block, lexicon: Lexicon): Sentence[] =>
  sentenceSpans(block.text).map(({start, end}) => {
    const text = block.text.slice(start, end)
    const span = {start: block.span.start + start, end: block.span.start + end}
    const {language, sections} = block
    const lower = lowered(text)
    const {role, hits} = lexicon.read({text, lower, span, language}, block)
    return {text, lower, span, language, sections, block, role, hits}
  })

/** The sentences of a posting, each with its role and expressions; worked out when first asked for. */
export const analyse = (posting: Posting, lexicon: Lexicon): Analysis => {
  let sentences: readonly Sentence[] | undefined
  return {
    get sentences() {
      sentences ??= posting.blocks.flatMap((block) => sentencesOf(block, lexicon))
      return sentences
    },
  }
}
