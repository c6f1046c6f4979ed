import {sentenceSpans} from '../../language/sentences.ts'
import type {Block, Posting, Span} from '../../posting/types.ts'
import {inLowerCase} from '../../vocabulary/pattern.ts'
import {type StemList, searchStems, stemLists} from './stems.ts'

/** Words of an ad; the span is a range of `Posting.text`. */
export interface Words {
  text: string
  /** The same text, letter by letter, in lower case. */
  lower: string
  span: Span
}

/** A sentence of a block. */
export interface Sentence extends Words {
  block: Block
}

const ofBlock = new WeakMap<Block, Sentence[]>()
const ofPosting = new WeakMap<Posting, Whole>()

/** An ad as one text in lower case, and all its sentences in order. */
interface Whole {
  lower: string
  sentences: Sentence[]
  withStems: Sentence[][]
}

/**
 * The sentences of a block. A full stop after an abbreviation, a single letter or a day of the month
 * ends none. A heading or list item is one at the least.
 */
export const sentencesOf = (block: Block): Sentence[] => {
  const known = ofBlock.get(block)
  if (known) return known
  const sentences = split(block)
  ofBlock.set(block, sentences)
  return sentences
}

/** All sentences of an ad in order. */
export const sentencesIn = (posting: Posting): readonly Sentence[] => wholeOf(posting).sentences

/** The sentences of an ad that hold a stem of a list of `stems.yml`. */
export const sentencesWith = (posting: Posting, stems: StemList): readonly Sentence[] =>
  wholeOf(posting).withStems[stemLists.indexOf(stems)]!

/** The blocks of an ad that hold a stem, each with the sentences that do. */
export const blocksWith = (posting: Posting, stems: StemList): Map<Block, Sentence[]> => {
  const found = new Map<Block, Sentence[]>()
  for (const sentence of sentencesWith(posting, stems)) {
    const known = found.get(sentence.block)
    if (known) known.push(sentence)
    else found.set(sentence.block, [sentence])
  }
  return found
}

/**
 * The sentences of an ad with a match, found by one search through the whole ad: to search each sentence for
 * itself takes many times as long.
 *
 * @param pattern a global expression in lower case
 */
export const sentencesMatching = (posting: Posting, pattern: RegExp): Sentence[] => {
  const {lower, sentences} = wholeOf(posting)
  const found: Sentence[] = []
  let i = 0
  pattern.lastIndex = 0
  while (i < sentences.length && pattern.test(lower)) {
    while (sentences[i]!.span.end < pattern.lastIndex) i++
    found.push(sentences[i]!)
    pattern.lastIndex = sentences[i]!.span.end
    i++
  }
  return found
}

const wholeOf = (posting: Posting): Whole => {
  const known = ofPosting.get(posting)
  if (known) return known
  const lower = posting.blocks.map(placed).join('')
  const sentences = posting.blocks.flatMap(sentencesOf)
  const whole = {lower, sentences, withStems: withStems(lower, sentences)}
  ofPosting.set(posting, whole)
  return whole
}

/** The text of a block at its place, also where blocks before it were left out. */
const placed = ({text, span}: Block, i: number, blocks: readonly Block[]): string =>
  '\n'.repeat(span.start - (blocks[i - 1]?.span.end ?? 0)) + inLowerCase(text)

/** For each list of stems, the sentences that hold one. */
const withStems = (lower: string, sentences: readonly Sentence[]): Sentence[][] => {
  const found: Sentence[][] = stemLists.map(() => [])
  let i = 0
  searchStems(lower, (list, start, end) => {
    while (sentences[i]!.span.end <= start) i++
    const sentence = sentences[i]!
    const ofList = found[list]!
    if (ofList.at(-1) !== sentence && end <= sentence.span.end) ofList.push(sentence)
  })
  return found
}

/** A sentence reaches to the beginning of the next, so that no letter of the block is left out. */
const split = (block: Block): Sentence[] => {
  const {text, span} = block
  const lower = inLowerCase(text)
  const starts = sentenceSpans(text).map(({start}, i) => (i === 0 ? 0 : start))
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? text.length
    return {
      block,
      text: text.slice(from, to),
      lower: lower.slice(from, to),
      span: {start: span.start + from, end: span.start + to},
    }
  })
}
