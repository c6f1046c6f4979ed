import {lastAtOrBefore, lineStartsOf} from '../../../src/posting/place.ts'
import {safe} from '../../../src/report/safe.ts'
import {columns} from '../../../src/report/width.ts'

/** A part of a source line that takes one row of the screen. */
export interface DraftRow {
  /** 1-based. */
  line: number
  /** Offsets in the source, without the spaces at the end. */
  start: number
  end: number
  isFirst: boolean
}

/** The offset that must be seen, and where in the window. */
export interface Anchor {
  offset: number
  at: 'top' | 'third' | 'bottom'
}

/** A source by its lines, whose rows are worked out when they are shown. */
export interface DraftLines {
  source: string
  /** Where each line begins. */
  starts: readonly number[]
}

export const linesOf = (source: string): DraftLines => ({source, starts: lineStartsOf(source)})

/** A text of the source as it is shown: harmless, and with tabs as spaces. */
export const shown = (text: string): string => safe(text.replaceAll('\t', '    '))

/** The rows of a window of some size that has its anchor where that wants to be, as far as the draft goes. */
export const windowOf = (draft: DraftLines, anchor: Anchor, width: number, height: number): DraftRow[] => {
  const line = lastAtOrBefore(draft.starts, anchor.offset)
  const own = rowsOfLine(draft, line, width)
  const at = Math.max(
    0,
    own.findLastIndex(({start}) => start <= anchor.offset),
  )
  const wanted = {top: 0, third: Math.floor(height / 3), bottom: height - 1}[anchor.at]
  const above = [...own.slice(0, at).toReversed(), ...rowsBeside(draft, line, -1, width, height)]
  const below = [...own.slice(at), ...rowsBeside(draft, line, 1, width, height)]
  const fromAbove = Math.min(above.length, Math.max(wanted, height - below.length))
  return [...above.slice(0, fromAbove).toReversed(), ...below].slice(0, height)
}

/** The rows of the lines above (-1) or below (1) a line, the nearest first, at least as many as a window has. */
const rowsBeside = (
  draft: DraftLines,
  line: number,
  step: -1 | 1,
  width: number,
  height: number,
): DraftRow[] => {
  const rows: DraftRow[] = []
  for (let at = line + step; at >= 0 && at < draft.starts.length && rows.length < height; at += step) {
    const next = rowsOfLine(draft, at, width)
    rows.push(...(step > 0 ? next : next.toReversed()))
  }
  return rows
}

/** The rows of a line, broken at spaces, or within a word that no row can hold. */
export const rowsOfLine = ({source, starts}: DraftLines, line: number, width: number): DraftRow[] => {
  const first = starts[line]!
  const text = source.slice(first, starts[line + 1] ?? source.length).replace(/(?<![\r\n])[\r\n]+$/, '')
  const cuts = [0]
  let used = 0
  for (const {index, 0: piece} of text.matchAll(/\s*\S+\s*$|\s*\S+|\s+/gu)) {
    const size = columns(shown(piece.trimEnd()))
    if (used + size <= width) {
      used += columns(shown(piece))
      continue
    }
    const word = index === 0 ? 0 : index + (piece.length - piece.trimStart().length)
    if (index > 0) cuts.push(word)
    used = cutLongWord(text.slice(word, index + piece.length), word, width, cuts)
  }
  return cuts.map((cut, i) => ({
    line: line + 1,
    start: first + cut,
    end: first + cut + text.slice(cut, cuts[i + 1]).trimEnd().length,
    isFirst: i === 0,
  }))
}

/** Adds the cuts within a word, and gives the columns that its last part takes. */
const cutLongWord = (word: string, offset: number, width: number, cuts: number[]): number => {
  let used = 0
  let at = offset
  for (const character of word) {
    const size = columns(shown(character))
    if (used + size > width && character.trim() !== '') {
      cuts.push(at)
      used = 0
    }
    used += size
    at += character.length
  }
  return used
}
