import {mostBytes} from './limits.ts'

/** A line of a file, with its number from 1. */
export interface NumberedLine {
  bytes: Uint8Array
  line: number
  /** Empty lines right before it, which are passed over. */
  emptyBefore: number
  /** It is longer than what is read at once, and its bytes are left out. */
  isTooLarge?: true
}

const lineFeed = 0x0a

/** Parts a stream of bytes at its line feeds; no more than one line is held at any time. */
export const linesOf = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  let held: Uint8Array[] = []
  let length = 0
  let line = 1
  let emptyBefore = 0
  const take = (): NumberedLine => {
    const taken =
      length > mostBytes ? {bytes: new Uint8Array(), isTooLarge: true as const} : {bytes: joined(held)}
    held = []
    length = 0
    const numbered = {...taken, line: line++, emptyBefore}
    emptyBefore = 0
    return numbered
  }
  const hold = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length <= mostBytes) held.push(bytes)
    else held = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const isEmpty = end === start && length === 0
      if (isEmpty) {
        line++
        emptyBefore++
      } else hold(chunk.subarray(start, end))
      start = end + 1
      if (!isEmpty) yield take()
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 ? parts[0]! : Buffer.concat(parts)
