import type {Span} from '../../posting/types.ts'
import type {Sentence} from './sentences.ts'

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
  const {siblings} = a
  return siblings === b.siblings && siblings.indexOf(b) - siblings.indexOf(a) <= widestGap + 1
}

const toRun = ({first, last}: {first: Sentence; last: Sentence}): Run => {
  const {siblings} = first
  return {
    sentences: siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1),
    span: {start: first.span.start, end: last.span.start + last.text.trimEnd().length},
  }
}
