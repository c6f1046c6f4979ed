import {isPlain} from './safe.ts'

// Intl.Segmenter, which string-width builds on, takes as long to start as the rest of a small report.
const noWidth = /[\p{M}\p{Cf}\p{Cc}\u{1f3fb}-\u{1f3ff}]/u
const flagLetter = /[\u{1f1e6}-\u{1f1ff}]/u
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u

const characterWidth = (character: string): number => {
  if (isPlain(character)) return 1
  if (noWidth.test(character)) return 0
  return wide.test(character) && !flagLetter.test(character) ? 2 : 1
}

/** How many columns of a terminal a line of text takes. */
export const columns = (text: string): number => {
  if (isPlain(text)) return text.length
  let sum = 0
  for (const character of text) sum += characterWidth(character)
  return sum
}

/** Splits a text at the last place where its start fits in `width` columns. */
const splitAt = (text: string, width: number): [string, string] => {
  let used = 0
  let index = 0
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) break
    index += character.length
  }
  return [text.slice(0, index), text.slice(index)]
}

/** The start of a text in at most `width` columns, with `…` for what is left out. */
export const cutEnd = (text: string, width: number): string =>
  columns(text) <= width ? text : `${splitAt(text, width - 1)[0]}…`

/** The end of a text in at most `width` columns, with `…` for what is left out. */
export const cutStart = (text: string, width: number): string => {
  const total = columns(text)
  return total <= width ? text : `…${splitAt(text, total - width + 1)[1]}`
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)))

/** Spaces within «§ 13-1», «640 000», «80 %» and «1. juni». */
const innerSpace = /(?<=[§\d]) (?=[\d%])|(?<=\b\d\d?\.) (?=[a-z])/g

/**
 * The lines of a text, broken at spaces, or within a word that no line can hold.
 * Numbers and what is held together by no-break spaces stay on one line; the result has plain spaces.
 */
export const wrap = (text: string, width: number): string[] => {
  const room = Math.max(2, width)
  const lines: string[] = []
  let line = ''
  for (const word of text.replace(innerSpace, '\u00a0').split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) <= room) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (columns(line) > room) {
      const [start, rest] = splitAt(line, room)
      lines.push(start)
      line = rest
    }
  }
  if (line !== '') lines.push(line)
  return lines.map((one) => one.replaceAll('\u00a0', ' '))
}

/** Longer lines of prose are hard to read, however wide the terminal. */
export const widestProse = 100

/** `label` once, the text wrapped beside it. */
export const hanging = (label: string, text: string, indent: number, width: number): string[] => {
  const margin = ' '.repeat(indent)
  const lines = wrap(text, Math.min(width, widestProse) - indent - columns(label))
  return lines.map((line, i) => margin + (i === 0 ? label : ' '.repeat(columns(label))) + line)
}

/** The width to lay a report out in: no narrower than words can bear, no wider than eyes can. */
export const usableWidth = (terminal: number): number => Math.min(160, Math.max(40, terminal))
