import {columns} from '../../src/report/width.ts'
import type {Key} from './keys.ts'

/** A text that is being typed. The cursor is an offset that never parts a character as people see it. */
export interface LineState {
  text: string
  cursor: number
}

const segments = new Intl.Segmenter('nb', {granularity: 'grapheme'})

const graphemes = (text: string): string[] => Array.from(segments.segment(text), ({segment}) => segment)

/** A text with the cursor at its end. */
export const lineOf = (text: string): LineState => ({text, cursor: text.length})

const lineStart = ({text, cursor}: LineState): number => text.slice(0, cursor).lastIndexOf('\n') + 1

const lineEnd = ({text, cursor}: LineState): number => {
  const end = text.indexOf('\n', cursor)
  return end < 0 ? text.length : end
}

const characterBefore = ({text, cursor}: LineState): number =>
  cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0)

const characterAfter = ({text, cursor}: LineState): number =>
  cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0)

const wordBefore = ({text, cursor}: LineState): number =>
  text
    .slice(0, cursor)
    .trimEnd()
    .search(/(?<!\S)\S*$/)

const wordAfter = ({text, cursor}: LineState): number =>
  cursor + /^\s*\S*/.exec(text.slice(cursor))![0].length

/** The place on the line above (-1) or below (1) that is as far from its start. */
const lineBeside = (state: LineState, step: -1 | 1): number => {
  const {text, cursor} = state
  const start = lineStart(state)
  const inside = step < 0 ? start - 1 : lineEnd(state) + 1
  if (inside < 0 || inside > text.length) return cursor
  const other = {text, cursor: inside}
  const line = graphemes(text.slice(lineStart(other), lineEnd(other)))
  const offset = graphemes(text.slice(start, cursor)).length
  return lineStart(other) + line.slice(0, offset).join('').length
}

/** Where a key moves the cursor to. */
const moves: Record<string, (state: LineState) => number> = {
  left: characterBefore,
  'ctrl-b': characterBefore,
  right: characterAfter,
  'ctrl-f': characterAfter,
  home: lineStart,
  'ctrl-a': lineStart,
  end: lineEnd,
  'ctrl-e': lineEnd,
  up: (state) => lineBeside(state, -1),
  down: (state) => lineBeside(state, 1),
  'alt-b': wordBefore,
  'ctrl-left': wordBefore,
  'alt-left': wordBefore,
  'alt-f': wordAfter,
  'ctrl-right': wordAfter,
  'alt-right': wordAfter,
}

/** Up to where a key deletes, to either side of the cursor. */
const deletions: Record<string, (state: LineState) => number> = {
  backspace: characterBefore,
  delete: characterAfter,
  'ctrl-d': characterAfter,
  'ctrl-u': lineStart,
  'ctrl-k': lineEnd,
  'ctrl-w': wordBefore,
  'alt-backspace': wordBefore,
  'alt-d': wordAfter,
}

const replace = ({text}: LineState, from: number, to: number, put: string): LineState =>
  settled(text.slice(0, from) + put + text.slice(to), from + put.length)

/** An accent that comes beside a letter joins it, and the cursor stands behind both. */
const settled = (text: string, cursor: number): LineState => {
  if (cursor === 0) return {text, cursor}
  const {index, segment} = segments.segment(text).containing(cursor - 1)!
  return {text, cursor: index + segment.length}
}

const lineBreaks = /\r\n?|\n/g
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What is typed or pasted, in a form that can stand in a line: no control characters, and a space for a line break. */
const typed = (text: string, lineBreak: string): string =>
  text
    .replace(lineBreaks, '\n')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => line.replace(unprintable, ''))
    .join(lineBreak)

/**
 * What a key makes of a text; the same state for a key that edits nothing.
 *
 * @param lineBreak what a pasted line break becomes: a space on one line
 */
export const editLine = (state: LineState, key: Key, lineBreak = ' '): LineState => {
  const {text, cursor} = state
  if (key.name === 'text' || key.name === 'paste') {
    const put = typed(key.text ?? '', lineBreak)
    return put === '' ? state : replace(state, cursor, cursor, put)
  }
  const to = moves[key.name]?.(state)
  if (to !== undefined) return to === cursor ? state : settled(text, to)
  const end = deletions[key.name]?.(state) ?? cursor
  return end === cursor ? state : replace(state, Math.min(cursor, end), Math.max(cursor, end), '')
}

/** A line cut to a width, parted around the character that the cursor stands on. */
export interface LineView {
  before: string
  /** The character under the cursor; a space at the end. */
  at: string
  after: string
}

const mark = '…'

/** The part of a line around the cursor that `width` columns can hold, `…` for what is left out. */
export const viewLine = ({text, cursor}: LineState, width: number): LineView => {
  const left = graphemes(text.slice(0, cursor))
  const [at = ' ', ...right] = graphemes(text.slice(cursor))
  const room = Math.max(4, width)
  const fits = columns(text) + (at === ' ' && right.length === 0 ? 1 : 0) <= room
  if (fits) return {before: left.join(''), at, after: right.join('')}
  const ahead = right.length === 0 ? 0 : 1
  const before = tail(left, room - columns(at) - ahead)
  return {before, at, after: head(right, room - columns(before) - columns(at))}
}

const head = (characters: readonly string[], width: number): string => {
  const whole = characters.join('')
  if (columns(whole) <= width) return whole
  const kept: string[] = []
  let used = 1
  for (const character of characters) {
    used += columns(character)
    if (used > width) break
    kept.push(character)
  }
  return width < 1 ? '' : kept.join('') + mark
}

const tail = (characters: readonly string[], width: number): string => {
  const whole = characters.join('')
  if (columns(whole) <= width) return whole
  const kept: string[] = []
  let used = 1
  for (const character of characters.toReversed()) {
    used += columns(character)
    if (used > width) break
    kept.unshift(character)
  }
  return width < 1 ? '' : mark + kept.join('')
}

/** A part of a line that fits in a width, and where it starts in the line. */
export interface SoftRow {
  text: string
  start: number
}

/** A line parted after spaces, or within a word that is too long, so that each part and a cursor fit in the width. */
export const softRows = (line: string, width: number): SoftRow[] => {
  const room = Math.max(2, width - 1)
  const rows: SoftRow[] = []
  let row: SoftRow = {text: '', start: 0}
  const next = (text: string): void => {
    rows.push(row)
    row = {text, start: row.start + row.text.length}
  }
  for (const piece of line.match(/\S+\s*|\s+/g) ?? []) {
    if (row.text !== '' && columns((row.text + piece).trimEnd()) > room) next('')
    if (columns(piece.trimEnd()) <= room) {
      row.text += piece
      continue
    }
    for (const character of graphemes(piece)) {
      if (row.text !== '' && columns(row.text + character) > room) next('')
      row.text += character
    }
  }
  return [...rows, row]
}
