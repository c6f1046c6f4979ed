import {assignLanguages} from '../language/detect.ts'
import {type Meter, unmeasured} from '../meter.ts'
import {BadInput} from './bad-input.ts'
import {decode} from './decode.ts'
import {refuseEndlessWord, refuseTooLarge, refuseTooLong} from './limits.ts'
import {linesToBlocks} from './lines-to-blocks.ts'
import {concatMapped, filler, type MappedText} from './mapped-text.ts'
import {isOwnReport} from './own-report.ts'
import {findPairs} from './pairs.ts'
import {createLocator} from './place.ts'
import type {Reading} from './reader.ts'
import {formatNamed, formatOf} from './readers/index.ts'
import type {Language, Place, Posting, Span, WaiverComment} from './types.ts'

/** Lines and letters of a file before the bytes that are read. */
export interface Origin {
  lines: number
  offset: number
}

/** What is known of a draft besides its bytes. */
export interface ReadOptions {
  /** Takes the place of the detected language of the document. */
  language?: Language
  /** The path is one that we made up, so that only the content tells the format. */
  isUnnamed?: boolean
  /** Where the bytes begin in a file that is read bit by bit. */
  origin?: Origin
  /** Measures what it costs to tell the language. */
  meter?: Meter
}

/** What is read bit by bit has an ad on each line. */
const ofLines = formatNamed('.jsonl')!

/** Reads a draft: of a file with several ads, the first. @throws BadInput */
export const readPosting = async (...file: Parameters<typeof readPostings>): Promise<Posting> =>
  (await readPostings(...file))[0]!

/**
 * Reads the ads of a file: one for most formats, several for a feed.
 *
 * @param path used to choose the reader and kept in the posting
 * @throws BadInput for what cannot be read as the format that it is taken for, for a draft without text, and for one of
 * our own reports
 */
export const readPostings = async (
  path: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Posting[]> => {
  if (bytes.length === 0) throw new BadInput('empty')
  const format = options.origin ? ofLines : formatOf(options.isUnnamed ? undefined : path, bytes)
  refuseTooLarge(bytes.length, format)
  if (format.isEditable && isOwnReport(bytes)) throw new BadInput('ownReport')
  const {isEditable, load} = format
  const reader = await load()
  const readings = await reader.read({path, bytes, text: () => decode(bytes)})
  const locatorOf = locators(options.origin)
  const isOneOfMany = readings.length > 1 || options.origin !== undefined
  return readings.map((reading, i) => {
    const locate = locatorOf(reading.source)
    const posting = toPosting(path, reading, options, locate)
    const {start, id} = reading
    return {
      ...posting,
      ...readOnly(isEditable, reading),
      ...(!isEditable && {words: ({start, end}) => posting.text.slice(start, end)}),
      ...(readings.length > 1 && {ad: i + 1}),
      ...(isOneOfMany && start !== undefined && {line: locate(start, start).start.line}),
      ...(id !== undefined && {id}),
    }
  })
}

const readOnly = (isEditable: boolean, {encoding, isDamaged}: Reading): Pick<Posting, 'readOnly'> => {
  if (!isEditable) return {readOnly: 'format'}
  return encoding === undefined && !isDamaged ? {} : {readOnly: 'encoding'}
}

const toPosting = (
  path: string,
  reading: Reading,
  {language, origin, meter = unmeasured}: ReadOptions,
  locate: Locator,
): Posting => {
  const {source, lines, links, prompts = [], waivers, profile, unit, markup, encoding} = reading
  const drafts = linesToBlocks(lines)
  const {mapped, spans} = assemble(drafts.map((draft) => draft.chars))
  refuseTooLong(mapped.text.length)
  refuseEndlessWord(mapped.text)
  const texts = drafts.map((draft) => draft.chars.text)
  const languages = meter('language', () => assignLanguages(texts))
  const blocks = drafts.map(({kind, sections, given, assumed}, i) => ({
    kind,
    sections,
    ...(given && {given}),
    ...(assumed && {assumed}),
    text: texts[i]!,
    span: spans[i]!,
    language: languages.blocks[i]!,
  }))
  const range = (span: Span): [number, number] => sourceRange(mapped, span)
  return {
    path,
    source,
    text: mapped.text,
    blocks,
    pairs: findPairs(drafts.map(({kind, gap}, i) => ({kind, gap, text: texts[i]!, span: spans[i]!}))),
    links: inText(links, mapped),
    ...(prompts.length > 0 && {
      prompts: inText(
        prompts.map((span) => ({span})),
        mapped,
      ).map(({span}) => span),
    }),
    waivers: origin ? waivers.map((waiver) => moved(waiver, origin)) : waivers,
    profile,
    ...(unit && {unit}),
    ...(markup && {markup}),
    ...(encoding !== undefined && {encoding}),
    language: language ?? languages.document,
    place: (span) => locate(...range(span)),
    words: (span) => {
      const words = source.slice(...range(span))
      return markup && /[<&]/.test(words) ? mapped.text.slice(span.start, span.end) : words
    },
  }
}

type Locator = ReturnType<typeof createLocator>

/** The ads of a feed have one source, whose lines are counted once. */
const locators = (origin: Origin | undefined): ((source: string) => Locator) => {
  let last: {source: string; locate: Locator} | undefined
  return (source) => {
    if (last?.source !== source) last = {source, locate: locatorFrom(source, origin)}
    return last.locate
  }
}

const locatorFrom = (source: string, origin: Origin | undefined): Locator => {
  const locate = createLocator(source)
  return origin ? (start, end) => movedPlace(locate(start, end), origin) : locate
}

const movedPlace = ({start, end}: Place, {lines, offset}: Origin): Place => ({
  start: {...start, line: start.line + lines, offset: start.offset + offset},
  end: {...end, line: end.line + lines, offset: end.offset + offset},
})

const moved = (waiver: WaiverComment, origin: Origin): WaiverComment => ({
  ...waiver,
  place: movedPlace(waiver.place, origin),
  line: waiver.line + origin.lines,
})

/** The blocks one after the other, with a line feed between them. */
const assemble = (texts: readonly MappedText[]): {mapped: MappedText; spans: Span[]} => {
  const parts: MappedText[] = []
  const spans: Span[] = []
  let at = 0
  texts.forEach((chars, i) => {
    if (i > 0) {
      const end = parts.at(-1)!.end ?? 0
      parts.push(filler('\n', end, Math.max(end, chars.start ?? end)))
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
    const at = start < length ? mapped.fromAt(start) : (mapped.end ?? 0)
    return [at, at]
  }
  const range: [number, number] = [mapped.fromAt(start), mapped.toAt(end - 1)]
  return range[0] <= range[1] ? range : widestRange(mapped, {start, end})
}

/** Form fields are read in an order of our own, and not in that of the file. */
const widestRange = (mapped: MappedText, {start, end}: Span): [number, number] => {
  let range: [number, number] = [mapped.fromAt(start), mapped.toAt(start)]
  for (let i = start + 1; i < end; i++)
    range = [Math.min(range[0], mapped.fromAt(i)), Math.max(range[1], mapped.toAt(i))]
  return range
}

/** What has a place in the source, with its place in the normalised text. */
const inText = <Placed extends {span: Span}>(all: readonly Placed[], mapped: MappedText): Placed[] => {
  if (all.length === 0) return []
  const runs = runsOf(mapped)
  return all.flatMap((one) => {
    const found = runs.map((run) => spanInRun(mapped, one.span, run)).find(({start, end}) => start < end)
    return found ? [{...one, span: found}] : []
  })
}

/** The runs of units that are in the order of the source; a text is one, and form fields may each be one. */
const runsOf = (mapped: MappedText): Span[] => {
  const runs: Span[] = []
  let latest = Number.POSITIVE_INFINITY
  mapped.eachRun((start, end, from, to) => {
    if (from < latest) runs.push({start, end})
    else runs.at(-1)!.end = end
    latest = to === undefined ? from + end - start - 1 : from
  })
  return runs
}

const spanInRun = (mapped: MappedText, {start, end}: Span, run: Span): Span => {
  let first = firstFrom(mapped, start, run)
  while (mapped.text[first] === '\n') first++
  return {start: first, end: firstFrom(mapped, end, run)}
}

/** The first unit of a run that comes from the offset or after it; found by halving. */
const firstFrom = (mapped: MappedText, offset: number, {start, end}: Span): number => {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (mapped.fromAt(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}
