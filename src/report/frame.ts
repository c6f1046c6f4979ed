import type {Place} from '../posting/types.ts'
import {safe} from './safe.ts'
import {columns, cutEnd, cutStart} from './width.ts'

/** One line of a code frame: the line of the file in three parts, and the carets below the words. */
export interface FrameRow {
  /** Line number; empty for the row that stands for lines left out. */
  number: string
  before: string
  words: string
  after: string
  /** Spaces and carets that stand under `words`; empty when the row has no words. */
  carets: string
}

const mostRows = 3
/** Code units that are looked at on either side of the words; no terminal shows more. */
const reach = 1000
/** Parts lines within a paragraph of a document. */
const softBreak = '\u2028'
const lineBreak = /\r\n|\r|\n/

const shown = (text: string): string => safe(text.replaceAll('\t', '    ').replaceAll(softBreak, ' '))

const clip = (before: string, words: string, after: string, width: number) => {
  const middle = cutEnd(words, width - 2)
  const room = width - columns(middle)
  const right = Math.min(columns(after), Math.max(room - columns(before), Math.floor(room / 2)))
  return {before: cutStart(before, room - right), words: middle, after: cutEnd(after, right)}
}

const row = (number: number, before: string, words: string, after: string, width: number): FrameRow => {
  const parts = clip(shown(before.trimStart()), shown(words), shown(after.trimEnd()), width)
  const carets = ' '.repeat(columns(parts.before)) + '^'.repeat(Math.max(1, columns(parts.words)))
  return {number: String(number), ...parts, carets}
}

const omission: FrameRow = {number: '', before: '…', words: '', after: '', carets: ''}

/** The lines of a file that a place covers, each clipped around its words to `width` columns. */
export const codeFrame = (source: string, {start, end}: Place, width: number): FrameRow[] => {
  const first = Math.max(start.offset - start.column + 1, start.offset - reach)
  const last = Math.min(end.offset, start.offset + mostRows * reach)
  const before = source.slice(first, start.offset)
  const lines = source
    .slice(start.offset, last)
    .replace(/(?<![\r\n])[\r\n]+$/, '')
    .split(lineBreak)
  const after = source.slice(last, last + reach).split(lineBreak, 1)[0] ?? ''
  const rows = lines
    .slice(0, mostRows)
    .map((line, i) =>
      row(
        start.line + i,
        i === 0 ? before : '',
        i === 0 ? line : line.trimStart(),
        i === lines.length - 1 ? after : '',
        width,
      ),
    )
  return lines.length > mostRows ? [...rows, omission] : rows
}
