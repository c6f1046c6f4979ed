import fc from 'fast-check'
import {expect, test} from 'vitest'
import {wholeLines} from '../../cli/action/review/suggestion.ts'
import {applyEdit} from '../../src/draft/edit.ts'
import {lineStartsOf} from '../../src/posting/place.ts'

/** What GitHub makes of a file when somebody accepts: the lines are exchanged, the break after them stays. */
const accept = (source: string, {start, end, text}: ReturnType<typeof wholeLines>): string => {
  const starts = lineStartsOf(source)
  const stop = starts[end] ?? source.length
  const after = /(?:\r\n|\n|\r)?$/.exec(source.slice(0, stop))![0]
  return source.slice(0, starts[start - 1]) + text + after + source.slice(stop)
}

const piece = fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\t', 'æ', '`')
const text = fc.array(piece, {maxLength: 12}).map((parts) => parts.join(''))

test('whole lines say the same as the edit', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (source, inserted, one, other) => {
      const [from, to] = [one % (source.length + 1), other % (source.length + 1)].toSorted((a, b) => a - b)
      const splits = (offset: number) => source[offset - 1] === '\r' && source[offset] === '\n'
      fc.pre(!splits(from!) && !splits(to!))
      const edit = {range: [from!, to!] as const, text: inserted}
      const change = wholeLines(source, edit)
      const wanted = applyEdit(source, edit)
      // At the very end of a file a line break may come or go, as in every editor.
      const isAtEnd = change.end === lineStartsOf(source.replace(/\r?\n$/, '')).length
      const ended = (all: string) => (isAtEnd ? all.replace(/(?:\r?\n)*$/, '') : all)
      expect(ended(accept(source, change))).toBe(ended(wanted))
    }),
    {numRuns: 3000},
  )
})

test.each([
  ['words within a line', 'en\nto tre\nfire\n', [6, 9], 'x', {start: 2, end: 2, text: 'to x'}],
  ['words over two lines', 'en\nto\ntre\n', [4, 7], 'x', {start: 2, end: 3, text: 'txre'}],
  ['a line after a line', 'en\r\nto\r\n', [2, 2], '\r\nx', {start: 1, end: 1, text: 'en\r\nx'}],
  ['a line before a line', 'en\nto\n', [3, 3], 'x\n', {start: 2, end: 2, text: 'x\nto'}],
  ['a line after the last', 'en\nto\n', [6, 6], 'x\n', {start: 2, end: 2, text: 'to\nx'}],
  ['a whole line with its break', 'en\nto\ntre', [3, 6], '', {start: 2, end: 3, text: 'tre'}],
])('%s', (_what, source, [from, to], inserted, change) => {
  expect(wholeLines(source, {range: [from!, to!], text: inserted})).toEqual(change)
})
