import type {Block, Language, Posting, Section, Span} from '../posting/types.ts'
import type {Lexicon, LexiconHit} from './lexicon.ts'
import {roleOf} from './roles.ts'
import {sentenceSpans} from './sentences.ts'
import {lowered} from './tokens.ts'
import type {Analysis, Role, Sentence} from './types.ts'

/** A sentence whose role is worked out when first asked for: most sentences are of no interest to any rule. */
class ReadSentence implements Sentence {
  readonly text: string
  readonly lower: string
  readonly span: Span
  readonly block: Block
  readonly hits: readonly LexiconHit[]
  #role: Role | undefined

  constructor(block: Block, {start, end}: Span, lowerBlock: string, lexicon: Lexicon) {
    this.block = block
    this.text = block.text.slice(start, end)
    this.lower = lowerBlock.slice(start, end)
    this.span = {start: block.span.start + start, end: block.span.start + end}
    this.hits = lexicon.find(this)
  }

  get language(): Language {
    return this.block.language
  }

  get sections(): readonly Section[] {
    return this.block.sections
  }

  get role(): Role {
    this.#role ??= roleOf(this.lower, this.block)
    return this.#role
  }
}

const sentencesOf = (block: Block, lexicon: Lexicon): Sentence[] => {
  const lower = lowered(block.text)
  return sentenceSpans(block.text).map((span) => new ReadSentence(block, span, lower, lexicon))
}

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
