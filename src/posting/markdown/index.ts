import type {Heading, ListItem, Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {readFrontMatter} from '../front-matter.ts'
import type {Line, SourceLink} from '../line.ts'
import {concatMapped, emptyMappedText, type MappedText, trimMapped} from '../mapped-text.ts'
import type {Reading} from '../reader.ts'
import {readLine, tablesUnderHeads, textLines, withGap} from '../readers/text.ts'
import {mapText} from './map-text.ts'
import {parse} from './parse.ts'
import type {Size} from './pieces.ts'
import {rangeOf} from './range-of.ts'

/** The lines, links and front matter of a Markdown file. @throws BadInput */
export const readMarkdown = (source: string, size?: Size): Pick<Reading, 'lines' | 'links' | 'profile'> => {
  const progress: Progress = {source, endLine: 0, loneBullet: false, lines: [], links: [], profile: {}}
  for (const node of parse(source, size)) readNode(node, progress, {})
  const {lines, links, profile} = progress
  return {lines, links, profile}
}

/** What has been read so far. */
interface Progress {
  source: string
  /** The source line on which the last node ended. */
  endLine: number
  /** An empty list item was read: its text is in the next node. */
  loneBullet: boolean
  lines: Line[]
  links: SourceLink[]
  profile: Record<string, string>
}

type Marks = Pick<Line, 'rank' | 'item' | 'quote'>

const readNode = (node: RootContent, progress: Progress, marks: Marks): void => {
  switch (node.type) {
    case 'yaml': {
      const {lines, profile} = readFrontMatter(progress.source, rangeOf(node))
      progress.lines.push(...lines)
      Object.assign(progress.profile, profile)
      break
    }
    case 'heading':
      readHeading(node, progress, marks)
      break
    case 'paragraph':
      pushInline(node, progress, marks)
      break
    case 'list':
      for (const item of node.children) readItem(item, progress, marks)
      break
    case 'blockquote':
      for (const child of node.children) readNode(child, progress, {...marks, quote: true})
      break
    case 'code':
    case 'html':
      pushRaw(node, progress)
      break
    default:
  }
}

/** A line underlined by one or two characters is text before a bullet whose own text follows below. */
const readHeading = (node: Heading, progress: Progress, marks: Marks): void => {
  const {start, end} = rangeOf(node)
  const loneUnderline = /\n[ \t]*[-=]{1,2}[ \t]*$/.test(progress.source.slice(start, end))
  pushInline(node, progress, loneUnderline ? marks : {...marks, rank: node.depth})
  if (loneUnderline) progress.loneBullet = true
}

const readItem = (item: ListItem, progress: Progress, marks: Marks): void => {
  if (item.children.length === 0) progress.loneBullet = true
  else if (startsWithDate.test(progress.source.slice(rangeOf(item).start, rangeOf(item).end)))
    pushRaw(item, progress)
  else {
    item.children.forEach((child, i) => {
      readNode(child, progress, i === 0 ? {...marks, item: true} : marks)
    })
  }
}

/** "23. juni 2027" at the start of a line is a date and not the 23rd item of a list. */
const startsWithDate = /^\d{1,2}\.\s+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}*/iu

/** Indented text and HTML are read as plain lines, tags taken out. */
const pushRaw = (node: Nodes, progress: Progress): void => {
  const {start, end} = rangeOf(node)
  const blanked = progress.source
    .slice(0, end)
    .replace(/<[^<>]*>|^ *(?:```|~~~).*$/gm, (tag) => ' '.repeat(tag.length))
  const gap = gapBefore(node, progress)
  textLines(blanked, start, end).forEach((line, i) => {
    progress.lines.push(i === 0 ? {...line, gap, begins: true} : line)
  })
}

/** Blank lines between the last node and this one. */
const gapBefore = (node: Nodes, progress: Progress): number => {
  const gap = Math.max(0, node.position!.start.line - progress.endLine - 1)
  progress.endLine = node.position!.end.line
  return gap
}

/** Pushes the lines of a paragraph or heading; marks that begin a block go to its first line only. */
const pushInline = (node: Paragraph | Heading, progress: Progress, {rank, ...marks}: Marks): void => {
  const gap = gapBefore(node, progress)
  const lines = splitLines(inlineParts(node.children, progress, false))
  const isHeading = rank !== undefined && lines.reduce((sum, {chars}) => sum + chars.text.length, 0) <= 120
  const tables = tablesUnderHeads(lines.map(({chars}) => chars))
  let first = true
  for (const [i, {chars, bold}] of lines.entries()) {
    const table = tables.get(i)
    if (table) {
      progress.lines.push(...withGap(table, first ? gap : 0))
      first = false
      continue
    }
    const read = readLine(chars)
    if (read.chars.text === '') continue
    progress.lines.push({
      ...read,
      ...(bold && read.rank === undefined && {rank: 7}),
      ...(first && {...marks, ...(progress.loneBullet && {item: true}), begins: true}),
      ...(isHeading && {rank}),
      gap: first ? gap : 0,
    })
    first = false
    progress.loneBullet = false
  }
}

interface Part {
  chars: MappedText
  bold: boolean
  breakAfter?: boolean
}

const inlineParts = (nodes: readonly PhrasingContent[], progress: Progress, bold: boolean): Part[] =>
  nodes.flatMap((node): Part[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return textParts(mapText(progress.source, rangeOf(node), node.value), bold)
      case 'break':
        return [{chars: emptyMappedText, bold, breakAfter: true}]
      case 'strong':
        return inlineParts(node.children, progress, true)
      case 'link': {
        const parts = inlineParts(node.children, progress, bold)
        const chars = concatMapped(parts.map((part) => part.chars))
        if (chars.text) progress.links.push({span: {start: chars.start!, end: chars.end!}, url: node.url})
        return parts
      }
      default:
        return 'children' in node ? inlineParts(node.children as PhrasingContent[], progress, bold) : []
    }
  })

/** Parts at line feeds, which `mapText` leaves in place. */
const textParts = (chars: MappedText, bold: boolean): Part[] => {
  const lines = chars.text.split('\n')
  let start = 0
  return lines.map((line, i) => {
    const part = {
      chars: chars.slice(start, start + line.length),
      bold,
      breakAfter: i < lines.length - 1,
    }
    start += line.length + 1
    return part
  })
}

const splitLines = (parts: readonly Part[]): {chars: MappedText; bold: boolean}[] => {
  const lines: Part[][] = [[]]
  for (const part of parts) {
    lines.at(-1)!.push(part)
    if (part.breakAfter) lines.push([])
  }
  return lines.map((line) => ({
    chars: trimMapped(concatMapped(line.map((part) => part.chars))),
    bold: line.every((part) => part.bold || part.chars.text.trim() === ''),
  }))
}
