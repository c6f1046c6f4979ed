import {columns, cutEnd} from '../../src/report/width.ts'
import type {ScreenTone} from './tones.ts'

/** A run of text in one tone. */
export interface Span {
  text: string
  tone?: ScreenTone
}

/** One line of a screen, from left to right. */
export type Row = readonly Span[]

export const widthOf = (row: Row): number => row.reduce((sum, {text}) => sum + columns(text), 0)

/** A row in exactly `width` columns: filled up with spaces, or cut with `…`. */
export const fitted = (row: Row, width: number): Row => {
  const spans: Span[] = []
  let left = width
  for (const span of row) {
    if (left <= 0) break
    const text = cutEnd(span.text, left)
    spans.push({...span, text})
    left -= columns(text)
  }
  return left > 0 ? [...spans, {text: ' '.repeat(left)}] : spans
}

/** A row without the spaces at its end. */
export const trimmed = (row: Row): Row => {
  const last = row.at(-1)
  return last ? [...row.slice(0, -1), {...last, text: last.text.trimEnd()}] : row
}

/** Rows cut or filled up to `height`. */
export const filled = (rows: readonly Row[], height: number): Row[] => [
  ...rows.slice(0, height),
  ...Array.from({length: Math.max(0, height - rows.length)}, (): Row => []),
]

/** Two panes beside each other with a line between them. */
export const beside = (
  left: readonly Row[],
  right: readonly Row[],
  leftWidth: number,
  width: number,
): Row[] =>
  left.map((row, i) => [
    ...fitted(row, leftWidth),
    {text: ' │ ', tone: 'dim'},
    ...fitted(right[i] ?? [], width - leftWidth - 3),
  ])
