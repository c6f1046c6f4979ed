import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  type Anchor,
  type DraftLines,
  type DraftRow,
  linesOf,
  rowsOfLine,
  shown,
  windowOf,
} from '../../cli/screens/review/draft-window.ts'
import {columns} from '../../src/report/width.ts'

const pieces = [
  'a',
  'søker',
  'anleggsgartnerlærling',
  '日本語',
  '👩‍🍳',
  '🇳🇴',
  'e\u0301',
  '\u200b',
  '\x1b[2J',
  '\u202e',
]
const spaces = [' ', '  ', '\t', '\u00a0', '\u3000']
const line = fc
  .array(fc.constantFrom(...pieces, ...spaces, ...spaces), {maxLength: 30})
  .map((parts) => parts.join(''))
const draft = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), {maxLength: 12})
  .map((lines) => linesOf(lines.flat().join('')))
const width = fc.oneof(fc.integer({min: 8, max: 30}), fc.integer({min: 8, max: 200}))

const textOf = ({source}: DraftLines, {start, end}: DraftRow): string => source.slice(start, end)
const withoutSpace = (text: string): string => text.replace(/\s+/g, '')
const lineOf = ({source, starts}: DraftLines, i: number): string =>
  source.slice(starts[i], starts[i + 1]).replace(/[\r\n]+$/, '')

test('each row fits, and the rows of a line are the line', () => {
  fc.assert(
    fc.property(draft, width, (lines, columnsOfPane) => {
      lines.starts.forEach((_, i) => {
        const rows = rowsOfLine(lines, i, columnsOfPane)
        for (const row of rows) expect(columns(shown(textOf(lines, row)))).toBeLessThanOrEqual(columnsOfPane)
        expect(withoutSpace(rows.map((row) => textOf(lines, row)).join(''))).toBe(
          withoutSpace(lineOf(lines, i)),
        )
        expect(rows.map(({isFirst}) => isFirst)).toEqual(rows.map((_row, j) => j === 0))
        for (const row of rows) expect(row.line).toBe(i + 1)
      })
    }),
  )
})

const anchor = (lines: DraftLines) =>
  fc.record({
    offset: fc.nat(lines.source.length),
    at: fc.constantFrom<Anchor['at']>('top', 'third', 'bottom'),
  })
const windows = draft.chain((lines) =>
  fc.record({
    lines: fc.constant(lines),
    anchor: anchor(lines),
    width,
    height: fc.integer({min: 1, max: 40}),
  }),
)

const everyRow = (lines: DraftLines, width: number): DraftRow[] =>
  lines.starts.flatMap((_, i) => rowsOfLine(lines, i, width))

test('a window is a part of the draft with its anchor in it, as full as it can be', () => {
  fc.assert(
    fc.property(windows, ({lines, anchor, width, height}) => {
      const rows = windowOf(lines, anchor, width, height)
      const all = everyRow(lines, width)
      expect(rows.length).toBe(Math.min(height, all.length))
      const first = all.findIndex(({start}) => start === rows[0]!.start)
      expect(rows).toEqual(all.slice(first, first + rows.length))
      const at = all.findLastIndex(({start}) => start <= anchor.offset)
      expect(at).toBeGreaterThanOrEqual(first)
      expect(at).toBeLessThan(first + rows.length)
    }),
    {numRuns: 300},
  )
})

test('paging down sees every row of the draft, and paging up comes back to its start', () => {
  fc.assert(
    fc.property(draft, width, fc.integer({min: 2, max: 20}), (lines, width, height) => {
      const all = everyRow(lines, width)
      const seen = new Set<number>()
      let rows = windowOf(lines, {offset: 0, at: 'top'}, width, height)
      for (let pages = 0; pages <= all.length; pages++) {
        for (const {start} of rows) seen.add(start)
        rows = windowOf(lines, {offset: rows.at(-1)!.start, at: 'top'}, width, height)
      }
      expect(seen.size).toBe(all.length)
      for (let pages = 0; pages <= all.length; pages++)
        rows = windowOf(lines, {offset: rows[0]!.start, at: 'bottom'}, width, height)
      expect(rows[0]!.start).toBe(0)
    }),
  )
})

test('a draft of 2000 lines, and a line of 50 000 characters, with and without spaces', () => {
  const many = linesOf('Vi søker en engasjert medarbeider til Lillevik kommune.\n'.repeat(2000))
  const middle = Math.floor(many.source.length / 2)
  const rows = windowOf(many, {offset: middle, at: 'third'}, 40, 20)
  expect(rows).toHaveLength(20)
  expect(rows.some(({start, end}) => start <= middle && end + 1 >= middle)).toBe(true)
  for (const text of ['å'.repeat(50_000), 'søker '.repeat(8_334), ' '.repeat(50_000), '日'.repeat(50_000)]) {
    const long = linesOf(text)
    const shownRows = windowOf(long, {offset: 25_000, at: 'third'}, 80, 20)
    for (const row of shownRows) expect(columns(shown(textOf(long, row)))).toBeLessThanOrEqual(80)
  }
})
