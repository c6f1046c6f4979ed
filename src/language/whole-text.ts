import type {Posting} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import {type Passage, passageOf} from './search/passage.ts'

/** As `inLowerCase` block by block. */
const lowerOf = (posting: Posting): string => {
  const lower = posting.text.toLowerCase()
  if (lower.length === posting.text.length) return lower
  return posting.blocks.map(({text}) => inLowerCase(text)).join('\n')
}

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
