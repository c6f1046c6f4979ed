import type {Block, Posting} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import {type Passage, passageOf} from './search/passage.ts'

/** As `inLowerCase` block by block. */
const lowerOf = ({text, blocks}: Posting): string => {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : inPlace(blocks, (block) => inLowerCase(block.text))
}

/** The texts of blocks at their places, also where blocks between them are left out. */
export const inPlace = (blocks: readonly Block[], textOf = (block: Block): string => block.text): string =>
  blocks
    .map((block, i) => '\n'.repeat(block.span.start - (blocks[i - 1]?.span.end ?? 0)) + textOf(block))
    .join('')

const known = new WeakMap<Posting, Passage>()

/** The text of an ad in lower case, with its words; it is read once. */
export const wholeText = (posting: Posting): Passage => {
  let whole = known.get(posting)
  if (!whole) {
    whole = passageOf(lowerOf(posting))
    known.set(posting, whole)
  }
  return whole
}
