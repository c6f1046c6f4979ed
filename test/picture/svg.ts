import type {Run, Style} from './ansi.ts'

const cell = {width: 8.4, height: 18}
const fontSize = 14
const baseline = 13
const padding = 18
const bar = 34
/** Rows that fade away at the end. */
const fading = 4

const paper = '#1c2128'
const ink = '#d7dde5'
const dimInk = '#98a3b0'
const colors = ['#101419', '#c2382c', '#8bd49c', '#e3b341', '#6cb0f5', '#d2a8ff', '#56c2d6', '#ffffff']
const fonts = 'ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,Liberation Mono,monospace'

const halfWidth = cell.width / 2
const halfHeight = cell.height / 2

/** Box characters as paths around the middle of a cell, so that they meet whatever the font. */
const boxes: Record<string, string> = {
  '─': `m${-halfWidth} 0h${cell.width}`,
  '│': `m0 ${-halfHeight}v${cell.height}`,
  '╭': `m0 ${halfHeight}q0 ${-halfHeight} ${halfWidth} ${-halfHeight}`,
  '╮': `m${-halfWidth} 0q${halfWidth} 0 ${halfWidth} ${halfHeight}`,
  '╰': `m0 ${-halfHeight}q0 ${halfHeight} ${halfWidth} ${halfHeight}`,
  '╯': `m${-halfWidth} 0q${halfWidth} 0 ${halfWidth} ${-halfHeight}`,
}

const number = (value: number): string => String(Math.round(value * 100) / 100)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const left = (column: number): number => padding + column * cell.width
const top = (row: number): number => bar + padding / 2 + row * cell.height

const inkOf = ({ink: color, dim, inverse}: Style): string => {
  if (inverse) return paper
  if (color !== undefined) return colors[color]!
  return dim ? dimInk : ink
}

const paperOf = ({paper: color, inverse}: Style): string | undefined =>
  inverse ? ink : color === undefined ? undefined : colors[color]

const background = ({column, text, style}: Run, row: number): string =>
  paperOf(style) === undefined
    ? ''
    : `<rect x="${number(left(column))}" y="${number(top(row))}" width="${number(text.length * cell.width)}" height="${cell.height}" rx="3" fill="${paperOf(style)}"/>`

const letters = ({column, text, style}: Run, row: number): string => {
  const words = text.trim()
  if (words === '') return ''
  const start = column + text.indexOf(words)
  const attributes = [
    `x="${number(left(start))}"`,
    `y="${number(top(row) + baseline)}"`,
    `textLength="${number(words.length * cell.width)}"`,
    'lengthAdjust="spacingAndGlyphs"',
    `fill="${inkOf(style)}"`,
    ...(style.bold ? ['font-weight="700"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
  ]
  return `<text ${attributes.join(' ')}>${escaped(words)}</text>`
}

const box = ({column, text}: Run, row: number): string =>
  `M${number(left(column) + halfWidth)} ${number(top(row) + halfHeight)}${boxes[text]}`

/** A run in pieces: each box character by itself, and the words between wider gaps. */
const pieces = (run: Run): Run[] =>
  [...run.text.matchAll(/[─│╭╮╰╯]|(?:(?! {2})[^─│╭╮╰╯])+ ?| +/g)].map(({0: text, index}) => ({
    ...run,
    text,
    column: run.column + index,
  }))

/** A terminal window that shows rows of text; the last of them fade away when there are more. */
export const drawTerminal = (
  title: string,
  rows: readonly Run[][],
  columns: number,
  hasMore = true,
): string => {
  const width = Math.ceil(2 * padding + columns * cell.width)
  const height = top(rows.length) + padding / 2
  const fade = top(rows.length - fading)
  const backgrounds = rows.flatMap((runs, row) => runs.map((run) => background(run, row)))
  const parts = rows.map((runs) => runs.flatMap(pieces))
  const texts = parts.flatMap((runs, row) =>
    runs.filter(({text}) => !(text in boxes)).map((run) => letters(run, row)),
  )
  const lines = parts.flatMap((runs, row) =>
    runs.filter(({text}) => text in boxes).map((run) => box(run, row)),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="nb">`,
    `<title>${escaped(title)}</title>`,
    '<defs><linearGradient id="fade" x2="0" y2="1">',
    `<stop stop-color="${paper}" stop-opacity="0"/><stop offset=".9" stop-color="${paper}"/>`,
    '</linearGradient></defs>',
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9" fill="${paper}" stroke="#8b949e"/>`,
    ...['#f0645a', '#e3b341', '#6cc27a'].map(
      (color, i) => `<circle cx="${padding + 4 + 20 * i}" cy="${bar / 2}" r="6" fill="${color}"/>`,
    ),
    `<g font-family="${fonts}" font-size="${fontSize}" xml:space="preserve">`,
    ...[...backgrounds, ...texts].filter((part) => part !== ''),
    '</g>',
    `<path fill="none" stroke="${dimInk}" d="${lines.join('')}"/>`,
    ...(hasMore
      ? [
          `<rect x="${padding / 2}" y="${fade}" width="${width - padding}" height="${top(rows.length) - fade + 2}" fill="url(#fade)"/>`,
        ]
      : []),
    '</svg>',
    '',
  ].join('\n')
}
