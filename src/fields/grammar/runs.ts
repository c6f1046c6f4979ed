import type {Span} from '../../posting/types.ts'
import {type Sentence, sentencesOf} from './sentences.ts'

/** Sentences that may stand between two of a run. */
const widestGap = 2

/** Neighbouring sentences of a block, from the first to the last that fits. */
export interface Run {
  sentences: Sentence[]
  span: Span
}

/**
 * The runs of sentences that fit, with at most two others between them.
 *
 * @param fitting in the order of the ad
 */
export const runsOf = (fitting: readonly Sentence[]): Run[] => {
  const ranges: {first: Sentence; last: Sentence}[] = []
  for (const sentence of fitting) {
    const range = ranges.at(-1)
    if (range && isNear(range.last, sentence)) range.last = sentence
    else ranges.push({first: sentence, last: sentence})
  }
  return ranges.map(toRun)
}

const isNear = (a: Sentence, b: Sentence): boolean => {
  const sentences = sentencesOf(a.block)
  return a.block === b.block && sentences.indexOf(b) - sentences.indexOf(a) <= widestGap + 1
}

const toRun = ({first, last}: {first: Sentence; last: Sentence}): Run => {
  const all = sentencesOf(first.block)
  return {
    sentences: all.slice(all.indexOf(first), all.indexOf(last) + 1),
    span: {start: first.span.start, end: last.span.start + last.text.trimEnd().length},
  }
}
