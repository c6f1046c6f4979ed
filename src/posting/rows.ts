import {fieldOfLabel} from '../vocabulary/index.ts'
import type {Line} from './line.ts'
import {concatMapped, filler, type MappedText} from './mapped-text.ts'

/** The lines of one cell of a table, or of one term or its description. */
export type Cell = readonly Line[]

const longestLabel = 60
const longestValue = 200
const mostValueLines = 5

/** A row of a table without a head: a label with its value, several of them side by side, or a line of cells. */
export const rowLines = (cells: readonly Cell[]): Line[] => {
  const filled = cells.filter((cell) => cell.length > 0)
  if (filled.length <= 2) return pairLines(filled[0] ?? [], filled.slice(1))
  const alternate = filled.length % 2 === 0 && filled.every((cell, i) => i % 2 === 1 || isKnownLabel(cell))
  if (alternate) return filled.flatMap((cell, i) => (i % 2 === 0 ? pairLines(cell, [filled[i + 1]!]) : []))
  return filled.every((cell) => cell.length === 1 && isPlain(cell[0]!))
    ? [lineOf(join(filled.map(charsOf), ' | '), filled[0]![0]!)]
    : filled.flat()
}

/** A label with its values as one line, or as a heading with blocks under it where they are long. */
export const pairLines = (label: Cell, values: readonly Cell[]): Line[] => {
  const value = values.flat()
  if (label.length === 0 || value.length === 0 || !isLabel(label)) return [...label, ...value]
  const first = label[0]!
  if (!isShort(value))
    return [{...first, rank: 7, begins: true}, {...value[0]!, begins: true}, ...value.slice(1)]
  const colon = charsOf(label).text.endsWith(':') ? ' ' : ': '
  const chars = join(
    [
      charsOf(label),
      join(
        value.map((line) => line.chars),
        ', ',
      ),
    ],
    colon,
  )
  return [lineOf(chars, first)]
}

const lineOf = (chars: MappedText, {gap}: Line): Line => ({chars, begins: true, gap})

/** What a cell says, on one line. */
export const charsOf = (cell: Cell): MappedText =>
  join(
    cell.map((line) => line.chars),
    ' ',
  )

export const isKnownLabel = (cell: Cell): boolean =>
  fieldOfLabel(
    charsOf(cell)
      .text.toLowerCase()
      .replace(/(?<!\s)\s*:$/, ''),
  ) !== undefined

export const isPlain = ({item, rank}: Line): boolean => !item && (rank === undefined || rank === 7)

export const isLabel = (cell: Cell): boolean =>
  cell.every((line) => !line.item) && textLength(cell) <= longestLabel && !/[.!?]$/.test(charsOf(cell).text)

const isShort = (lines: Cell): boolean =>
  lines.length <= mostValueLines && textLength(lines) <= longestValue && lines.every(isPlain)

const textLength = (lines: Cell): number => lines.reduce((sum, {chars}) => sum + chars.text.length, 0)

const join = (parts: readonly MappedText[], separator: string): MappedText =>
  concatMapped(
    parts.flatMap((part, i) => {
      const end = parts[i - 1]?.to.at(-1)
      return end === undefined ? [part] : [filler(separator, end, part.from[0]!), part]
    }),
  )
