import type {Place, Point} from './types.ts'

/** Where the lines of a text begin; they end at `\n`, `\r\n` or a lone `\r`. */
export const lineStartsOf = (source: string): number[] => {
  const starts = [0]
  for (let i = 0; i < source.length; i++) {
    const unit = source[i]
    if (unit === '\n' || (unit === '\r' && source[i + 1] !== '\n')) starts.push(i + 1)
  }
  return starts
}

/** Turns offsets of a text into points. */
export const createLocator = (source: string): ((start: number, end: number) => Place) => {
  const lineStarts = lineStartsOf(source)
  const point = (offset: number): Point => {
    const line = lastAtOrBefore(lineStarts, offset)
    return {line: line + 1, column: offset - lineStarts[line]! + 1, offset}
  }
  return (start, end) => ({start: point(start), end: point(end)})
}

/** Index of the last value that is not greater than `wanted`, in a sorted list that starts with 0. */
export const lastAtOrBefore = (sorted: readonly number[], wanted: number): number => {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sorted[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
