import {assignLanguages} from '../language/detect.ts'
import {decode} from './decode.ts'
import {linesToBlocks} from './lines-to-blocks.ts'
import {concatMapped, filler, type MappedText} from './mapped-text.ts'
import {findPairs} from './pairs.ts'
import {createLocator} from './place.ts'
import type {Reading} from './reader.ts'
import {readerFor} from './readers/index.ts'
import type {Language, Link, Posting, Span} from './types.ts'

/** What is known of a draft besides its bytes. */
export interface ReadOptions {
  /** Takes the place of the detected language of the document. */
  language?: Language
}

/** Reads a draft: of a file with several ads, the first. @throws BadInput */
export const readPosting = async (...file: Parameters<typeof readPostings>): Promise<Posting> =>
  (await readPostings(...file))[0]!

/**
 * Reads the ads of a file: one for most formats, several for a feed.
 *
 * @param path used to choose the reader and kept in the posting
 * @throws BadInput for what cannot be read as the format that it is taken for, and for a draft without text
 */
export const readPostings = async (
  path: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Posting[]> => {
  const reader = await readerFor(path, bytes)
  const readings = await reader.read({path, bytes, text: () => decode(bytes)})
  return readings.map((reading, i) => ({
    ...toPosting(path, reading, options),
    ...(readings.length > 1 && {ad: i + 1}),
  }))
}

const toPosting = (path: string, reading: Reading, {language}: ReadOptions): Posting => {
  const {source, lines, links, waivers, profile, unit, readOnly} = reading
  const drafts = linesToBlocks(lines)
  const {mapped, spans} = assemble(drafts.map((draft) => draft.chars))
  const texts = drafts.map((draft) => draft.chars.text)
  const languages = assignLanguages(texts)
  const blocks = drafts.map(({kind, sections}, i) => ({
    kind,
    sections,
    text: texts[i]!,
    span: spans[i]!,
    language: languages.blocks[i]!,
  }))
  const locate = createLocator(source)
  const range = (span: Span): [number, number] => sourceRange(mapped, span)
  return {
    path,
    source,
    text: mapped.text,
    blocks,
    pairs: findPairs(drafts.map(({kind, gap}, i) => ({kind, gap, text: texts[i]!, span: spans[i]!}))),
    links: linksInText(links, mapped),
    waivers,
    profile,
    ...(unit && {unit}),
    ...(readOnly && {readOnly}),
    language: language ?? languages.document,
    place: (span) => locate(...range(span)),
    words: (span) => source.slice(...range(span)),
  }
}

/** The blocks one after the other, with a line feed between them. */
const assemble = (texts: readonly MappedText[]): {mapped: MappedText; spans: Span[]} => {
  const parts: MappedText[] = []
  const spans: Span[] = []
  let at = 0
  texts.forEach((chars, i) => {
    if (i > 0) {
      const end = parts.at(-1)!.to.at(-1) ?? 0
      parts.push(filler('\n', end, Math.max(end, chars.from[0] ?? end)))
      at++
    }
    parts.push(chars)
    spans.push({start: at, end: at + chars.text.length})
    at += chars.text.length
  })
  return {mapped: concatMapped(parts), spans}
}

const sourceRange = (mapped: MappedText, {start, end}: Span): [number, number] => {
  const length = mapped.text.length
  if (end <= start) {
    const at = start < length ? mapped.from[start]! : (mapped.to[length - 1] ?? 0)
    return [at, at]
  }
  return [mapped.from[start]!, mapped.to[end - 1]!]
}

/** Links of the source, with spans in the normalised text. */
const linksInText = (links: readonly Link[], {text, from}: MappedText): Link[] =>
  links.flatMap(({span, url}) => {
    let start = firstFrom(from, span.start)
    while (text[start] === '\n') start++
    const end = firstFrom(from, span.end)
    return start < end ? [{span: {start, end}, url}] : []
  })

/** The first unit of the text that comes from the offset or after it; found by halving. */
const firstFrom = (from: readonly number[], offset: number): number => {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
