import type {Posting} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import {type Passage, passageOf} from './search/passage.ts'

/** The texts of the blocks in lower case, each at its place, also where blocks between them are left out. */
const lowerOf = ({blocks}: Posting): string =>
  blocks
    .map(({text, span}, i) => '\n'.repeat(span.start - (blocks[i - 1]?.span.end ?? 0)) + inLowerCase(text))
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
