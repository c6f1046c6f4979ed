import {BadInput} from '../../src/posting/bad-input.ts'
import {decode, wideEncoding} from '../../src/posting/decode.ts'
import {linesOf, type NumberedLine} from '../../src/posting/json-lines.ts'
import {refuseTooLarge} from '../../src/posting/limits.ts'
import type {Origin} from '../../src/posting/read.ts'
import {holdsLines} from '../../src/posting/readers/index.ts'
import type {Input} from '../inputs.ts'
import type {CheckedAd} from './checked-ad.ts'

/** What came of a file, or of a line of one. */
export type Checked =
  | {ads: CheckedAd[]; isLine: boolean; withdrawn: number}
  | {error: unknown; path: string; isLine: boolean}

type Check = (input: Input, origin?: Origin) => Promise<CheckedAd[]>

/**
 * Checks what a file holds: all at once, or line by line, so that none is kept longer than it takes. A file that cannot
 * be read, or no further, is one that cannot be checked.
 */
export const checkEach = async function* (input: Input, check: Check): AsyncGenerator<Checked> {
  try {
    yield* checkAll(input, check)
  } catch (error) {
    yield {error, path: input.path, isLine: false}
  }
}

const checkAll = async function* (input: Input, check: Check): AsyncGenerator<Checked> {
  const chunks = input.stream && (await withFirst(input, input.stream()))
  if (!chunks) {
    yield await outcome(input.path, false, () => check(input))
    return
  }
  if (holdsLines(input.isUnnamed ? undefined : input.path, chunks.first))
    yield* checkLines(input, inUtf8(chunks), check)
  else yield await outcome(input.path, false, async () => check({...input, read: () => whole(chunks.all)}))
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

/** The ads are numbered through the file, as they are when it is read at once. */
const checkLines = async function* (
  input: Input,
  chunks: AsyncIterable<Uint8Array>,
  check: Check,
): AsyncGenerator<Checked> {
  const {path} = input
  let offset = 0
  let ads = 0
  for await (const line of linesOf(chunks)) {
    offset += line.emptyBefore
    const start = offset
    const checked = await outcome(`${path}:${line.line}`, true, async () => {
      const {text} = textOf(line)
      offset += text.length + 1
      if (text.trim() === '') return []
      const one: Input = {path, read: async () => line.bytes}
      return check(one, {lines: line.line - 1, offset: start})
    })
    if ('error' in checked) yield {...checked, error: inFile(checked.error, path, line)}
    else if (checked.ads.length + checked.withdrawn > 0)
      yield {...checked, ads: checked.ads.map((ad) => ({...ad, file: {...ad.file, ad: ++ads}}))}
  }
}

const textOf = (line: NumberedLine): {text: string} => {
  if (line.isTooLarge) refuseTooLarge(Number.POSITIVE_INFINITY)
  return decode(line.bytes)
}

/** A message with a line of its own gets that of the file. */
const inFile = (error: unknown, path: string, {line}: NumberedLine): unknown =>
  error instanceof BadInput && error.data.line !== undefined
    ? new BadInput(error.code, {...error.data, path, line: String(line)})
    : error
