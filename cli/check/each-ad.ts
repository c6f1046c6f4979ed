import {BadInput} from '../../src/posting/bad-input.ts'
import {decode, wideEncoding} from '../../src/posting/decode.ts'
import {linesOf, type NumberedLine} from '../../src/posting/json-lines.ts'
import {refuseTooLarge} from '../../src/posting/limits.ts'
import type {Origin} from '../../src/posting/read.ts'
import {holdsLines} from '../../src/posting/readers/index.ts'
import type {Input} from '../inputs.ts'
import type {CheckedAd} from './checked-ad.ts'
import {inOrder} from './in-order.ts'

/** What came of a file, or of a line of one. */
export type Checked =
  | {ads: CheckedAd[]; isLine: boolean; withdrawn: number}
  | {error: unknown; path: string; isLine: boolean}

type Check = (input: Input, origin?: Origin) => Promise<CheckedAd[]>

/** A file, or a line of one, that can be checked by itself. */
export interface Part {
  check(): Promise<Checked>
  /** What it is a line of. */
  file?: LineFile
}

interface LineFile {
  /** How many ads were found in it so far. */
  ads: number
}

/**
 * What comes of each part, in their order. The ads of a file that is checked line by line are numbered through it, as
 * they are when it is read at once.
 */
export const checkParts = async function* (
  parts: AsyncIterable<Part>,
  ahead: () => number,
): AsyncGenerator<Checked> {
  const outcomes = inOrder(parts, ahead, async ({check, file}) => ({checked: await check(), file}))
  for await (const {checked, file} of outcomes) {
    if (!file || 'error' in checked) yield checked
    else if (checked.ads.length + checked.withdrawn > 0)
      yield {...checked, ads: checked.ads.map((ad) => ({...ad, file: {...ad.file, ad: ++file.ads}}))}
  }
}

/**
 * What a file is checked in: all at once, or line by line, so that none is kept longer than it takes. A file that cannot
 * be read, or no further, is one that cannot be checked.
 */
export const partsOf = async function* (input: Input, check: Check): AsyncGenerator<Part> {
  try {
    yield* readParts(input, check)
  } catch (error) {
    yield {check: async () => ({error, path: input.path, isLine: false})}
  }
}

const readParts = async function* (input: Input, check: Check): AsyncGenerator<Part> {
  const chunks = input.stream && (await withFirst(input, input.stream()))
  if (chunks && holdsLines(input.isUnnamed ? undefined : input.path, chunks.first)) {
    yield* lineParts(input, inUtf8(chunks), check)
    return
  }
  const read: Input = chunks ? {...input, read: () => whole(chunks.all)} : input
  yield {check: () => outcome(input.path, false, () => check(read))}
}

interface Chunks {
  first: Uint8Array
  all: AsyncIterable<Uint8Array>
}

/** Only what may hold lines is read bit by bit: by its name, or from standard input. */
const withFirst = async (input: Input, chunks: AsyncIterable<Uint8Array>): Promise<Chunks | undefined> => {
  if (!input.isUnnamed && !holdsLines(input.path, new Uint8Array())) return undefined
  const iterator = chunks[Symbol.asyncIterator]()
  const {value: first = new Uint8Array()} = await iterator.next()
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield first
    yield* {[Symbol.asyncIterator]: () => iterator}
  }
  return {first, all: all()}
}

/** In UTF-16 a line feed has two bytes, and one of them may be of another letter. */
const inUtf8 = ({first, all}: Chunks): AsyncIterable<Uint8Array> => {
  const encoding = wideEncoding(first.subarray(0, first.length & ~1))
  return encoding ? encoded(all, encoding) : all
}

const encoded = async function* (
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, {stream: true}))
  yield Buffer.from(decoder.decode())
}

const whole = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const held: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    length += chunk.length
    refuseTooLarge(length)
  }
  return Buffer.concat(held)
}

const outcome = async (
  path: string,
  isLine: boolean,
  check: () => Promise<CheckedAd[]>,
): Promise<Checked> => {
  try {
    return {ads: await check(), isLine, withdrawn: 0}
  } catch (error) {
    if (error instanceof BadInput && error.code === 'withdrawn')
      return {ads: [], isLine, withdrawn: Number(error.data.n)}
    return {error, path, isLine}
  }
}

const lineParts = async function* (
  {path}: Input,
  chunks: AsyncIterable<Uint8Array>,
  check: Check,
): AsyncGenerator<Part> {
  const file = {ads: 0}
  let offset = 0
  for await (const line of linesOf(chunks)) {
    offset += line.emptyBefore
    const start = offset
    const read = readLine(line)
    if (typeof read === 'string') offset += read.length + 1
    const checkLine = async (): Promise<CheckedAd[]> => {
      if (typeof read !== 'string') throw read
      if (read.trim() === '') return []
      return check({path, read: async () => line.bytes}, {lines: line.line - 1, offset: start})
    }
    yield {
      file,
      check: async () => inFile(await outcome(`${path}:${line.line}`, true, checkLine), path, line),
    }
  }
}

/** The text of a line, or why there is none. */
const readLine = (line: NumberedLine): string | BadInput => {
  try {
    if (line.isTooLarge) refuseTooLarge(Number.POSITIVE_INFINITY)
    return decode(line.bytes).text
  } catch (error) {
    if (error instanceof BadInput) return error
    throw error
  }
}

/** A message with a line of its own gets that of the file. */
const inFile = (checked: Checked, path: string, {line}: NumberedLine): Checked => {
  if (!('error' in checked)) return checked
  const {error} = checked
  const hasLine = error instanceof BadInput && error.data.line !== undefined
  return hasLine
    ? {...checked, error: new BadInput(error.code, {...error.data, path, line: String(line)})}
    : checked
}
