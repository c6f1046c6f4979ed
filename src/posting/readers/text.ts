import {matchesIn} from '../../vocabulary/pattern.ts'
import {headedLines} from '../headed-tables.ts'
import type {Line} from '../line.ts'
import {
  concatMapped,
  emptyMappedText,
  type MappedText,
  normalise,
  removeMapped,
  sliceMapped,
  trimMapped,
} from '../mapped-text.ts'
import {textReader} from './text-reader.ts'

const lineEnd = /\r\n|\n|\r/g
const hashes = /^#{1,6}(?=\s)/
const bullet = /^(?:[•·▪●○◦*\-+]\s+|…\s*|o\s+(?=\p{Ll}))/u
const numbered = /^\d{1,2}[.)]\s+(?!(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|oct|nov|des|dec))(?=\p{L})/iu
const loneMark = /^[•·▪●○◦*\-+]$/u
const dashBullet = /^–\s+/
const tableRow = /^\|.*\|$/
const strayMarks = /\*{2,}|\+{2,}|_{2,}/g

/** Plain text: blank lines part blocks, `•`, `-`, `*` and `·` begin list items. */
export const text = textReader('text', (source) => ({
  lines: textLines(source, 0, source.length),
  links: [],
  profile: {},
}))

/** The lines of a range of plain text. */
export const textLines = (source: string, start: number, end: number): Line[] => {
  const lines: Line[] = []
  let gap = 0
  let loneBullet = false
  const raws = lineRanges(source, start, end).map(([from, to]) => trimMapped(normalise(source, from, to)))
  const tables = tablesUnderHeads(raws)
  for (const [i, raw] of raws.entries()) {
    const table = tables.get(i)
    if (table) {
      lines.push(...withGap(table, gap))
      gap = 0
      continue
    }
    const line = readLine(raw)
    if (isLoneMark(raw.text)) loneBullet = true
    else if (line.chars.text === '') gap += tableRow.test(raw.text) ? 0 : 1
    else {
      lines.push({...line, ...(loneBullet && {item: true}), gap})
      gap = 0
      loneBullet = false
    }
  }
  return markDashItems(lines)
}

/** A bullet alone on its line belongs to the next line with text. */
export const isLoneMark = (line: string): boolean => loneMark.test(line)

/** Lines that are ready, after so many blank ones. */
export const withGap = (lines: readonly Omit<Line, 'gap'>[], gap: number): Line[] =>
  lines.map((line, i) => ({...line, gap: i === 0 ? gap : 0}))

/** The lines of tables with a head by where each begins; the other rows of such a table have none left. */
export const tablesUnderHeads = (raws: readonly MappedText[]): Map<number, readonly Line[]> => {
  const found = new Map<number, readonly Line[]>()
  for (let i = 0; i < raws.length; i++) {
    const first = i
    while (i < raws.length && tableRow.test(raws[i]!.text)) i++
    const lines = i - first > 1 ? headed(raws.slice(first, i)) : undefined
    if (lines) for (let row = first; row < i; row++) found.set(row, row === first ? lines : [])
  }
  return found
}

const headed = (rows: readonly MappedText[]): Line[] | undefined => {
  const isRuled = !isSaying(rows[1]!)
  return headedLines(
    rows.filter(isSaying).map((row) => cellsOf(row).map(asCell)),
    isRuled,
  )
}

const isSaying = ({text: row}: MappedText): boolean => /[\p{L}\d]/u.test(row)

const cellsOf = (row: MappedText): MappedText[] => {
  const bars = matchesIn(row.text, /\|/g).map(({index}) => index)
  return bars.slice(1).map((bar, i) => trimMapped(sliceMapped(row, bars[i]! + 1, bar)))
}

const asCell = (chars: MappedText): Line[] => (chars.text === '' ? [] : [{...readLine(chars), gap: 0}])

const lineRanges = (source: string, start: number, end: number): [number, number][] => {
  const ranges: [number, number][] = []
  let from = start
  for (const match of source.slice(start, end).matchAll(lineEnd)) {
    ranges.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  ranges.push([from, end])
  return ranges
}

/** What the marks at the start and end of a line say: heading, bold, list item. */
export const readLine = (raw: MappedText): Omit<Line, 'gap'> => {
  if (tableRow.test(raw.text)) return {chars: clean(readRow(raw))}
  const heading = hashes.exec(raw.text)
  if (heading) return {chars: clean(sliceMapped(raw, heading[0].length)), rank: heading[0].length}
  const marker = bullet.exec(raw.text) ?? numbered.exec(raw.text)
  if (marker) return {chars: clean(sliceMapped(raw, marker[0].length)), item: true}
  const bold = /^\*\*.*\*\*$/.test(raw.text)
  return {chars: clean(raw), ...(bold && {rank: 7})}
}

/** "| Frist | 1. mai |" is a label with its value; the line of dashes below a head says nothing. */
const readRow = (raw: MappedText): MappedText => {
  const row = trimMapped(sliceMapped(raw, 1, raw.text.length - 1))
  if (!isSaying(row)) return emptyMappedText
  const bar = row.text.indexOf('|')
  if (bar < 0 || bar !== row.text.lastIndexOf('|')) return row
  const [label, value] = [sliceMapped(row, 0, bar), sliceMapped(row, bar + 1)].map(trimMapped)
  if (!label!.text || !value!.text) return label!.text ? label! : value!
  const colon = {...sliceMapped(row, bar, bar + 1), text: ':'}
  return concatMapped([label!, ...(label!.text.endsWith(':') ? [] : [colon]), space(row, bar), value!])
}

const space = (row: MappedText, bar: number): MappedText => ({...sliceMapped(row, bar, bar + 1), text: ' '})

const clean = (mapped: MappedText): MappedText => trimMapped(removeMapped(mapped, strayMarks))

/** A dash begins a list item when lines beside it do the same; alone it begins a quotation. */
export const markDashItems = (lines: Line[]): Line[] => {
  const dashed = lines.map((line) => dashBullet.test(line.chars.text))
  return lines.map((line, i) => {
    if (!dashed[i]) return line
    const besideDash = (dashed[i - 1] && line.gap === 0) || (dashed[i + 1] && lines[i + 1]!.gap === 0)
    if (!besideDash) return {...line, quote: true}
    return {...line, item: true, chars: trimMapped(sliceMapped(line.chars, 1))}
  })
}
