import {headedLines} from '../headed-tables.ts'
import type {Line, SourceLink} from '../line.ts'
import {concatMapped, filler, type MappedText, normalise, trimMapped} from '../mapped-text.ts'
import {isLoneMark, markDashItems, readLine} from '../readers/text.ts'
import type {Span} from '../types.ts'

/** Parts a line from the next within a paragraph, so that each line feed of the text is the end of a paragraph. */
export const lineBreak = '\u2028'

/** A paragraph with its place in the text of the document. */
export interface Paragraph {
  start: number
  end: number
  /** Ranges that are bold. */
  bold: readonly Span[]
  /** 1 to 6 for a heading. */
  rank?: number
  item?: boolean
  quote?: boolean
}

/** A cell has its paragraphs and the tables inside it. */
type Cell = readonly Part[]

export interface Table {
  rows: readonly (readonly Cell[])[]
  /** The document marks the first row as a head. */
  isMarked: boolean
}

export type Part = Paragraph | Table

/** What a document says, whichever program has written it. */
export interface Story {
  /** The paragraphs, one a line. */
  text: string
  parts: readonly Part[]
  links: readonly SourceLink[]
  /** Words that wait for others. */
  prompts?: readonly Span[]
}

const longestHeading = 120
const longestLabel = 60
const longestCell = 200

/** The lines of a document, as all readers give them. */
export const linesOf = ({text, parts}: Pick<Story, 'text' | 'parts'>): Line[] => {
  const writer: Writer = {text, lines: [], gap: 0, loneBullet: false, begins: false}
  for (const part of parts) writePart(part, writer)
  return markDashItems(writer.lines)
}

interface Writer {
  text: string
  lines: Line[]
  /** Empty paragraphs since the last line. */
  gap: number
  /** A paragraph held a bullet alone, which belongs to the next. */
  loneBullet: boolean
  /** The next line begins a block. */
  begins: boolean
}

const isTable = (part: Part): part is Table => 'rows' in part

const writePart = (part: Part, writer: Writer): void => {
  if (isTable(part)) writeTable(part, writer)
  else writeParagraph(part, writer)
}

const push = (line: Omit<Line, 'gap'>, writer: Writer): void => {
  const {gap, begins, loneBullet} = writer
  writer.lines.push({...line, gap, ...(begins && {begins}), ...(loneBullet && {item: true})})
  Object.assign(writer, {gap: 0, begins: false, loneBullet: false})
}

const writeParagraph = (paragraph: Paragraph, writer: Writer): void => {
  const {start, end, rank, item, quote} = paragraph
  const isHeading = rank !== undefined && end - start <= longestHeading
  const isMarked = isHeading || item || quote || false
  if (isMarked) writer.begins = true
  let isFirst = true
  const isBold = boldness(paragraph.bold, writer.text)
  for (const span of spansOf(writer.text, paragraph)) {
    const raw = trimMapped(normalise(writer.text, span.start, span.end))
    const line = readLine(raw)
    if (isLoneMark(raw.text)) writer.loneBullet = true
    else if (line.chars.text !== '') {
      push(
        {
          ...line,
          ...(isBold(span) && line.rank === undefined && {rank: 7}),
          ...(isFirst && item && !isHeading && {item}),
          ...(quote && {quote}),
          ...(isHeading && {rank}),
        },
        writer,
      )
      isFirst = false
    } else if (end === start) writer.gap++
  }
  if (isMarked && !isFirst) writer.begins = true
}

/** The lines of a paragraph. */
const spansOf = (text: string, {start, end}: Paragraph): Span[] => {
  const spans: Span[] = []
  let from = start
  for (const line of text.slice(start, end).split(lineBreak)) {
    spans.push({start: from, end: from + line.length})
    from += line.length + 1
  }
  return spans
}

/** Tells of one line after the other, from the first to the last, whether all its words are bold. */
const boldness = (bold: readonly Span[], text: string): ((line: Span) => boolean) => {
  let next = 0
  return ({start, end}) => {
    while (next < bold.length && bold[next]!.end <= start) next++
    let at = start
    for (let i = next; i < bold.length && bold[i]!.start < end; i++) {
      const range = bold[i]!
      if (text.slice(at, Math.max(at, range.start)).trim() !== '') return false
      at = Math.max(at, range.end)
    }
    return at > start && text.slice(at, Math.max(at, end)).trim() === ''
  }
}

const writeTable = (table: Table, writer: Writer): void => {
  const lines = linesUnderHead(table, writer)
  if (!lines) {
    for (const row of table.rows) writeRow(row, writer)
    return
  }
  writer.begins = true
  for (const {gap: _, ...line} of lines) push(line, writer)
  writer.begins = true
}

/** Tables that hold others are for the layout. */
const linesUnderHead = ({rows, isMarked}: Table, {text}: Writer): Line[] | undefined => {
  if (rows.flat(2).some(isTable)) return undefined
  return headedLines(
    rows.map((row) => row.map((parts) => linesOf({text, parts}))),
    isMarked,
  )
}

/** A row of short cells is one line: a label with its value when there are two. */
const writeRow = (cells: readonly Cell[], writer: Writer): void => {
  const full = cells.map((cell) => contentOf(cell, writer.text)).filter((cell) => cell.length > 0)
  const short = full.map((cell) => shortText(cell, writer.text))
  writer.begins = true
  if (full.length > 1 && short.every((chars) => chars !== undefined) && isLikeRow(short)) {
    push({chars: joined(short)}, writer)
  } else for (const part of full.flat()) writePart(part, writer)
  writer.begins = true
}

const contentOf = (cell: Cell, text: string): Part[] =>
  cell.filter((part) => isTable(part) || text.slice(part.start, part.end).trim() !== '')

const shortText = ([first, ...more]: Cell, text: string): MappedText | undefined => {
  if (!first || isTable(first) || more.length > 0 || first.item || first.end - first.start > longestCell)
    return undefined
  return trimMapped(normalise(text, first.start, first.end))
}

const isLikeRow = ([first, ...more]: readonly MappedText[]): boolean =>
  more.length > 1 || first!.text.length <= longestLabel

const joined = (cells: readonly MappedText[]): MappedText => {
  const isPair = cells.length === 2
  return concatMapped(
    cells.flatMap((cell, i) => {
      const before = cells[i - 1]
      if (!before) return [cell]
      const mark = !isPair ? ' | ' : /[:?]$/.test(before.text) ? ' ' : ': '
      return [filler(mark, before.to.at(-1)!, cell.from[0]!), cell]
    }),
  )
}
