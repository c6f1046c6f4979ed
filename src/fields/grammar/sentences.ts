import type {Block, Posting, Span} from '../../posting/types.ts'

/** A sentence of a block; `start` and `end` are places in `Posting.text`. */
export interface Clause extends Span {
  text: string
  block: Block
}

/** A full stop, exclamation or question mark that can end a sentence. */
const sentenceEnd = /[.!?]+["»”)]?\s+(?=["«“(–-]{0,2}\s?[\p{Lu}\d])/gu

/** A stop after one of these, after a single letter or after a number does not end a sentence. */
const abbreviation =
  /(?:^|[\s(./])(?:ca|kr|pr|iht|ihht|tlf|nr|ltr|jf|evt|ev|inkl|eks|mv|osv|kl|st|dr|bl|ref|org|min|maks|f\.eks|o\.l|d\.d|\p{L}|\d{1,2})$/iu

const cache = new WeakMap<Posting, Clause[]>()

/** All sentences of a posting, block by block. A list item or heading is at least one. */
export const sentencesOf = (posting: Posting): Clause[] => {
  const known = cache.get(posting)
  if (known) return known
  const sentences = posting.blocks.flatMap(sentencesOfBlock)
  cache.set(posting, sentences)
  return sentences
}

const sentencesOfBlock = (block: Block): Clause[] => {
  const {text, span} = block
  const found: Clause[] = []
  let from = 0
  const add = (to: number): void => {
    if (to > from) found.push({text: text.slice(from, to), start: span.start + from, end: span.start + to, block})
    from = to
  }
  for (const match of text.matchAll(sentenceEnd)) {
    if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))) continue
    add(match.index + match[0].length)
  }
  add(text.length)
  return found
}
