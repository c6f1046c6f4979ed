import {existsSync, readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {BadInput} from '../../src/posting/bad-input.ts'
import {readPostings} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {feedAd, hrXml, importAd, jobbnorgeAd, jobPosting, xmlOf} from './feeds.ts'

const real = new URL('../../../shared/ads/xml/', import.meta.url)
const realFiles = existsSync(real)
  ? readdirSync(real).map((name): [string, Buffer] => [name, readFileSync(new URL(name, real))])
  : []
if (realFiles.length === 0) console.warn('no real ads here: only invented ones are mutated')

const seeds: [string, Buffer][] = [
  ...[feedAd, importAd, jobPosting, jobbnorgeAd].map((ad, i): [string, Buffer] => [
    `${i}.json`,
    Buffer.from(JSON.stringify(ad, null, i)),
  ]),
  ['linjer.jsonl', Buffer.from(`${JSON.stringify(feedAd)}\n${JSON.stringify(importAd)}\n`)],
  ['to.xml', Buffer.from(xmlOf(hrXml(), hrXml('Lege')))],
  ...realFiles,
]

const tokens = [
  '"',
  '\\',
  '\\u00e',
  '{',
  ']',
  ',',
  '<',
  '<![CDATA[',
  ']]>',
  '&',
  '&#x;',
  '&amp',
  '<!--',
  '-->',
  '</p>',
  '\0',
  '\r',
  'å',
  '\ud800',
]

/** A file with some of it taken away, doubled, exchanged or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.record({
        at: fc.double({min: 0, max: 1, noNaN: true}),
        length: fc.nat(40),
        put: fc.oneof(fc.constantFrom(...tokens), fc.string({maxLength: 5}), fc.constant(undefined)),
      }),
      {minLength: 1, maxLength: 6},
    ),
  )
  .map(([[name, bytes], edits]): [string, Buffer] => {
    let file = bytes
    for (const {at, length, put} of edits) {
      const start = Math.floor(at * file.length)
      const between = put === undefined ? file.subarray(start, start + length) : Buffer.from(put)
      const rest = put === undefined ? start : start + (length % 7)
      file = Buffer.concat([file.subarray(0, start), between, file.subarray(rest)])
    }
    return [name, file]
  })

const readOrRefuse = async (path: string, bytes: Uint8Array): Promise<Posting[]> => {
  try {
    return await readPostings(path, bytes)
  } catch (error) {
    if (error instanceof BadInput) return []
    throw error
  }
}

/** Every block stands in the file, and a range of the text is a range of the file that does not end before it begins. */
const expectPlaced = ({blocks, place, source, words, readOnly}: Posting): void => {
  for (const {span, text} of blocks) {
    const {start, end} = place(span)
    expect(start.offset).toBeLessThanOrEqual(end.offset)
    expect(end.offset).toBeLessThanOrEqual(source.length)
    if (readOnly === 'format') expect(words(span)).toBe(text)
  }
}

describe('files that something has happened to', () => {
  it('are read or refused, and what is read has its place', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async ([name, bytes]) => {
        for (const posting of await readOrRefuse(name, bytes)) expectPlaced(posting)
      }),
      {numRuns: 400},
    )
  })

  it('any JSON and any text is read or refused', async () => {
    const names = fc.constantFrom('a.json', 'a.jsonl', 'a.xml', 'a')
    const contents = fc.oneof(
      fc.json(),
      fc.string({unit: 'binary', maxLength: 300}),
      fc
        .array(fc.constantFrom(...tokens, '<a>', '</a>', '"@type":"JobPosting"', '}', '[', ' '))
        .map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(names, contents, async (name, content) => {
        for (const posting of await readOrRefuse(name, Buffer.from(content))) expectPlaced(posting)
      }),
      {numRuns: 600},
    )
  })
})

const withoutEscapes = (source: string): string =>
  source.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_all, code: string | undefined, letter: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : letter,
  )

const withoutEntities = (source: string): string =>
  source
    .replace(/&lt;/g, '<')
    .replace(/&oslash;/g, 'ø')
    .replace(/&amp;/g, '&')

const word = fc.stringMatching(/^[a-zæøåé"<&«»\\]{1,8}$/)

describe('every word of a text is at its place', () => {
  it.each([
    ['a.json', (html: string) => JSON.stringify({...jobPosting, description: html}), 1],
    [
      'a.json',
      (html: string) =>
        JSON.stringify({...jobPosting, description: html}).replace(
          /[æøåé«»]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
      1,
    ],
    ['a.xml', (html: string) => xmlOf(hrXml('X', html)), 1],
  ])('%s', async (path, wrap) => {
    const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    await fc.assert(
      fc.asyncProperty(fc.array(word, {minLength: 1, maxLength: 12}), async (words) => {
        const html = `<p>${words.map(escaped).join('</p>\n<p>')}</p>`
        const [posting] = await readPostings(path, Buffer.from(wrap(html)))
        const {blocks, place, source} = posting!
        for (const {span, text, given} of blocks) {
          if (given) continue
          const {start, end} = place(span)
          const found = source.slice(start.offset, end.offset)
          const said = withoutEntities(withoutEntities(path === 'a.xml' ? found : withoutEscapes(found)))
          expect(said).toBe(text)
        }
      }),
      {numRuns: 150},
    )
  })
})
