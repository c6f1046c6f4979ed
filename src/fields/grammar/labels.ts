import type {Pair, Posting, Span} from '../../posting/types.ts'

const cache = new WeakMap<Posting, Map<number, Pair>>()

/** The labels of a posting by the place where they begin. */
export const labelsByStart = (posting: Posting): Map<number, Pair> => {
  const known = cache.get(posting)
  if (known) return known
  const labels = new Map(posting.pairs.map((pair) => [pair.label.start, pair]))
  cache.set(posting, labels)
  return labels
}

/** The span without the label ("Pensjon: …") that it begins with. */
export const withoutLabel = (posting: Posting, {start, end}: Span): Span => {
  const value = labelsByStart(posting).get(start)?.value
  return {start: value && value.start > start && value.start < end ? value.start : start, end}
}
