import type {Block, Span} from '../../posting/types.ts'
import {type Sentence, sentencesOf} from './sentences.ts'

/** Sentences that may stand between two of a run. */
const widestGap = 2

/** Neighbouring sentences of a block, from the first to the last that fits. */
export interface Run {
  sentences: Sentence[]
  span: Span
}

/** The runs of sentences that fit, with at most two others between them. */
export const runsOf = (block: Block, fits: (lower: string) => boolean): Run[] => {
  const sentences = sentencesOf(block)
  const ranges: [first: number, last: number][] = []
  sentences.forEach(({lower}, i) => {
    if (!fits(lower)) return
    const range = ranges.at(-1)
    if (range && i - range[1] <= widestGap + 1) range[1] = i
    else ranges.push([i, i])
  })
  return ranges.map(([first, last]) => toRun(sentences.slice(first, last + 1)))
}

const toRun = (sentences: Sentence[]): Run => {
  const last = sentences.at(-1)!
  return {
    sentences,
    span: {start: sentences[0]!.span.start, end: last.span.start + last.text.trimEnd().length},
  }
}
