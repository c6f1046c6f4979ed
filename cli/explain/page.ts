import type {Paint} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import {columns, hanging, widestProse, wrap} from '../../src/report/width.ts'
import type {Lang} from '../texts.ts'

/** How a page is laid out. */
export interface Layout {
  lang: Lang
  width: number
  paint: Paint
}

/** A heading with its lines below, and an empty line; nothing when there are no lines. */
export const section = ({paint}: Layout, heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [paint('strong', heading), ...lines, '']

/** Texts of an employer's own rules are as foreign as those of an ad. */
const oneLine = (text: string): string => safe(text.replace(/[\t\r\n ]+/g, ' '))

export const prose = ({width}: Layout, text: string, indent = 2): string[] =>
  hanging('', oneLine(text), indent, width)

/** Lines that are to be copied as they stand. */
export const code = ({paint}: Layout, lines: readonly string[]): string[] =>
  lines.map((line) => paint('good', `    ${safe(line)}`))

export const bullet = ({width}: Layout, text: string, indent = 2): string[] =>
  hanging('- ', oneLine(text), indent, width)

/** Addresses are not broken, so that a terminal can open them. */
export const address = ({paint}: Layout, url: string): string => paint('dim', `    ${safe(url)}`)

/** Whether marked words are told by their look, so that they need no brackets. */
export const showsMarks = ({paint}: Layout): boolean => paint('mark', 'x') !== 'x'

/** The lines of an example; the marked words in colour, or in their brackets where there is none. */
export const example = (layout: Layout, text: string, indent = 4): string[] => {
  const {width, paint} = layout
  const lines = text
    .trimEnd()
    .split('\n')
    .flatMap((line) =>
      line === '' ? [''] : wrap(safe(line.trimEnd()), Math.min(width, widestProse) - indent),
    )
  let open = false
  return lines.map((line, i) => {
    const margin = ' '.repeat(indent - columns('- ')) + (i === 0 ? '- ' : '  ')
    if (!showsMarks(layout)) return margin + line
    const parts = line.split(/(\[\[|\]\])/).map((part) => {
      if (part === '[[' || part === ']]') {
        open = part === '[['
        return ''
      }
      return open ? paint('mark', part) : part
    })
    return margin + parts.join('')
  })
}

export const pageOf = (lines: readonly string[]): string =>
  `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`
