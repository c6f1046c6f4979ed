import {fieldOfLabel} from '../../vocabulary/index.ts'
import type {Line, SourceLink} from '../line.ts'
import {concatMapped, filler, type MappedText, trimMapped} from '../mapped-text.ts'
import {isLoneMark, readLine} from '../readers/text.ts'
import {normaliseLine} from './characters.ts'

/** What the elements around a text say of it. */
export interface Style {
  bold: boolean
  rank?: number
  quote?: boolean
  /** Line feeds are line breaks. */
  preformatted?: boolean
}

/** Gathers running text to lines. */
export interface Writer {
  readonly lines: Line[]
  readonly links: SourceLink[]
  text(chars: MappedText, style: Style): void
  /** `<br>`: the next line may go on with the sentence. */
  break(): void
  /** A block begins or ends here, with so many blank lines. */
  block(gap: number): void
  /** The next line begins a list item. */
  item(): void
  openLink(url: string): void
  closeLink(): void
  /** Lines that are ready, such as those of a table. */
  add(lines: readonly Line[]): void
}

interface Part {
  chars: MappedText
  style: Style
}

interface OpenLink {
  url: string
  start?: number
  end?: number
}

const longestHeading = 120
const longestLabelLine = 60

export const createWriter = (links: SourceLink[] = []): Writer => {
  const lines: Line[] = []
  const openLinks: OpenLink[] = []
  let parts: Part[] = []
  let next = {gap: 0, begins: true, item: false, bulleted: false}

  const push = (line: Omit<Line, 'gap'>): void => {
    const {gap, begins, item, bulleted} = next
    lines.push({...line, ...(begins && {begins}), ...((item || bulleted) && {item: true}), gap})
    next = {gap: 0, begins: false, item: false, bulleted: false}
  }

  /** Writes the line that is under way; tells whether there was one. */
  const endLine = (): boolean => {
    if (parts.length === 0) return false
    const ended = parts
    parts = []
    let written = false
    for (const line of linesOf(ended)) {
      if (isLoneMark(line.chars.text)) next.bulleted = true
      else {
        const read = readLine(line.chars)
        if (read.chars.text === '') continue
        push({...read, ...marksOf(line.parts, read)})
      }
      written = true
    }
    if (!written && ended.some(({chars}) => chars.text.includes('\u00A0'))) next.gap++
    return written
  }

  return {
    lines,
    links,
    text(chars, style) {
      if (chars.text === '') return
      parts.push({chars, style})
      if (openLinks.length > 0) widen(openLinks, trimMapped(chars))
    },
    break() {
      if (!endLine()) next.gap++
    },
    block(gap) {
      endLine()
      next.gap = Math.max(next.gap, gap)
      next.begins = true
      next.item = false
    },
    item() {
      next.item = true
    },
    openLink(url) {
      openLinks.push({url})
    },
    closeLink() {
      const {url, start, end} = openLinks.pop()!
      if (start !== undefined && end !== undefined) links.push({span: {start, end}, url})
    },
    add(ready) {
      endLine()
      ready.forEach((line, i) => {
        if (i === 0) push(line)
        else lines.push(line)
      })
    },
  }
}

const widen = (openLinks: readonly OpenLink[], chars: MappedText): void => {
  if (chars.text === '') return
  for (const link of openLinks) {
    link.start ??= chars.start!
    link.end = chars.end!
  }
}

interface WrittenLine {
  chars: MappedText
  parts: readonly Part[]
}

/** Running text as one line, or as several where it is broken; line feeds that only wrap it are spaces. */
const linesOf = (parts: readonly Part[]): WrittenLine[] => {
  const groups: WrittenLine[][] = []
  for (const piece of piecesOf(parts)) {
    const previous = groups.at(-1)
    if (previous && isWrapped(previous.at(-1)!, piece)) previous.push(piece)
    else groups.push([piece])
  }
  return groups.map(joined)
}

/** The parts between line feeds that are not blank. */
const piecesOf = (parts: readonly Part[]): WrittenLine[] => {
  const pieces: Part[][] = [[]]
  for (const {chars, style} of parts) {
    let start = 0
    for (let feed = chars.text.indexOf('\n'); feed >= 0; feed = chars.text.indexOf('\n', start)) {
      pieces.at(-1)!.push({chars: chars.slice(start, feed), style})
      pieces.push([])
      start = feed + 1
    }
    pieces.at(-1)!.push({chars: start === 0 ? chars : chars.slice(start), style})
  }
  return pieces.flatMap((piece) => {
    const chars = trimMapped(normaliseLine(concatMapped(piece.map((part) => part.chars))))
    return chars.text === '' ? [] : [{chars, parts: piece}]
  })
}

/** HTML takes a line feed for a space; people who paste text into HTML do not, when it parts labels from values. */
const isWrapped = (line: WrittenLine, next: WrittenLine): boolean =>
  !next.parts.some(({style}) => style.preformatted) && !isLabelled(line) && !isLabelled(next)

const isLabelled = ({chars: {text}}: WrittenLine): boolean => {
  const colon = text.indexOf(':')
  const label = colon < 0 ? text : text.slice(0, colon)
  return label.length <= longestLabelLine && fieldOfLabel(label.trim().toLowerCase()) !== undefined
}

const joined = (group: readonly WrittenLine[]): WrittenLine => {
  const chars = group.flatMap((line, i) => {
    const end = group[i - 1]?.chars.end
    return end === undefined ? [line.chars] : [filler(' ', end, line.chars.start!), line.chars]
  })
  return {chars: concatMapped(chars), parts: group.flatMap((line) => line.parts)}
}

const marksOf = (parts: readonly Part[], read: Omit<Line, 'gap'>): Pick<Line, 'rank' | 'quote'> => {
  const shown = parts.filter(({chars}) => chars.text.trim() !== '')
  const rank = shown.find(({style}) => style.rank !== undefined)?.style.rank
  const isBold = shown.every(({style}) => style.bold)
  return {
    ...(isBold && read.rank === undefined && {rank: 7}),
    ...(rank !== undefined && read.chars.text.length <= longestHeading && {rank}),
    ...(shown.some(({style}) => style.quote) && {quote: true}),
  }
}
