import {mostBytes} from './read.ts'

/** A line of a file, with its number from 1. */
export interface NumberedLine {
  bytes: Uint8Array
  line: number
  /** It is longer than what is read at once, and its bytes are left out. */
  isTooLarge?: true
}

const lineFeed = 0x0a

/** Parts a stream of bytes at its line feeds; no more than one line is held at any time. */
export const linesOf = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  let held: Uint8Array[] = []
  let length = 0
  let line = 1
  const take = (): NumberedLine => {
    const taken =
      length > mostBytes ? {bytes: new Uint8Array(), isTooLarge: true as const} : {bytes: joined(held)}
    held = []
    length = 0
    return {...taken, line: line++}
  }
  const hold = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length <= mostBytes) held.push(bytes)
    else held = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      hold(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 ? parts[0]! : Buffer.concat(parts)
