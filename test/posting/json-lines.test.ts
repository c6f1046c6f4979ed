import fc from 'fast-check'
import {expect, test} from 'vitest'
import {linesOf} from '../../src/posting/json-lines.ts'
import {mostBytes} from '../../src/posting/limits.ts'
import {readPostings} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {feedAd, importAd, jobPosting} from './feeds.ts'

const inChunks = async function* (bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

const collected = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

test('a stream is parted at its line feeds, wherever its chunks end', async () => {
  const text = fc
    .array(fc.constantFrom('æ', '{}', '\n', '\n\n', '\r\n', 'ord'), {maxLength: 30})
    .map((parts) => parts.join(''))
  const sizes = fc.array(fc.integer({min: 1, max: 7}), {minLength: 1, maxLength: 4})
  await fc.assert(
    fc.asyncProperty(text, sizes, async (content, chunks) => {
      const lines = await collected(linesOf(inChunks(Buffer.from(content), chunks)))
      const wanted = content.split('\n').flatMap((line, i) => (line === '' ? [] : [[i + 1, line]]))
      expect(lines.map(({line, bytes}) => [line, Buffer.from(bytes).toString()])).toEqual(wanted)
    }),
  )
})

test('a line that is too long is left out, and no other', async () => {
  const chunk = Buffer.alloc(1_000_000, 'a')
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{}\n')
    for (let size = 0; size <= mostBytes; size += chunk.length) yield chunk
    yield Buffer.from('\n[]\n')
  }
  const lines = await collected(linesOf(chunks()))
  expect(lines.map(({line, isTooLarge, bytes}) => [line, isTooLarge ?? false, bytes.length])).toEqual([
    [1, false, 2],
    [2, true, 0],
    [3, false, 2],
  ])
})

test('an ad has the same places whether its file is read at once or line by line', async () => {
  const ads = [feedAd, importAd, jobPosting].map((ad) => JSON.stringify(ad))
  const content = `${ads[0]}\n\n${ads[1]}\r\n${ads[2]}`
  const whole = await readPostings('aar.jsonl', Buffer.from(content))
  let offset = 0
  const parts: Posting[] = []
  for (const {bytes, line, emptyBefore} of await collected(linesOf(inChunks(Buffer.from(content), [100])))) {
    offset += emptyBefore
    parts.push(...(await readPostings('aar.jsonl', bytes, {origin: {lines: line - 1, offset}})))
    offset += Buffer.from(bytes).toString().length + 1
  }
  const placesOf = ({blocks, place}: Posting) => blocks.map(({span, text}) => ({text, ...place(span)}))
  expect(parts.map(placesOf)).toEqual(whole.map(placesOf))
})
