/** An exchange in the source of a draft; an empty range inserts. */
export interface Edit {
  /** Offsets of the decoded source. */
  range: readonly [number, number]
  text: string
}

export const applyEdit = (source: string, {range: [start, end], text}: Edit): string =>
  source.slice(0, start) + text + source.slice(end)

/** The smallest edit that makes one text of the other: what stands between their common start and end. */
export const editBetween = (before: string, after: string): Edit => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return {range: [start, before.length - end], text: after.slice(start, after.length - end)}
}
