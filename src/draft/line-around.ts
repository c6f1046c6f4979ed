import type {Place} from '../posting/types.ts'

/** A line of a draft that a person writes anew. */
export interface LineAround {
  range: readonly [number, number]
  text: string
  /** Where in the text the words begin. */
  words: number
}

/** The line that some words begin on, without its line break. */
export const lineAround = (source: string, {start}: Place): LineAround => {
  const from = start.offset - (start.column - 1)
  const length = source.slice(start.offset).search(/[\r\n]|$/)
  const to = start.offset + length
  return {range: [from, to], text: source.slice(from, to), words: start.offset - from}
}
