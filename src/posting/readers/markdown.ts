import type {Heading, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {readFrontMatter} from '../front-matter.ts'
import {refuseTooLongMarkdown} from '../limits.ts'
import type {Line, SourceLink} from '../line.ts'
import {
  concatMapped,
  emptyMappedText,
  filler,
  type MappedText,
  normalise,
  trimMapped,
} from '../mapped-text.ts'
import {findComments} from '../waivers.ts'
import {readLine, tablesUnderHeads, textLines, withGap} from './text.ts'
import {textReader} from './text-reader.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()

const parse = (source: string): Root => {
  refuseTooLongMarkdown(source.length)
  return parser.parse(withFewBrackets(source))
}

/** Markdown with YAML front matter. */
export const markdown = textReader(
  'markdown',
  (source) => {
    const reading: Reading = {source, endLine: 0, loneBullet: false, lines: [], links: [], profile: {}}
    for (const node of parse(source).children) readNode(node, reading, {})
    const {lines, links, profile} = reading
    return {lines, links, profile}
  },
  (source) =>
    findComments(source, source.includes('<!--') && mayHaveCode.test(source) ? endOfCode(source) : undefined),
)

const mayHaveCode = /[`~]/

/** What stands between grave accents, or between lines of them; indented text is text. */
const endOfCode = (source: string): ((offset: number) => number | undefined) => {
  const code = codeIn(parse(source), source)
  let next = 0
  return (offset) => {
    while (next < code.length && code[next]!.end <= offset) next++
    const {start = offset, end} = code[next] ?? {}
    return start <= offset ? end : undefined
  }
}

const codeIn = (node: Nodes, source: string): {start: number; end: number}[] => {
  if ('children' in node) return node.children.flatMap((child) => codeIn(child, source))
  const isCode =
    node.type === 'inlineCode' || (node.type === 'code' && /[`~]/.test(source[rangeOf(node).start]!))
  return isCode ? [rangeOf(node)] : []
}

/** A paragraph with more of them is no text, and the parser takes the square of the time for it. */
const mostBrackets = 1000

/** Where a paragraph holds thousands of square brackets they are round ones, so that they make no links. */
const withFewBrackets = (source: string): string =>
  source
    .split(/(\n[ \t\r]*\n)/)
    .map((part) =>
      part.split('[', mostBrackets + 1).length > mostBrackets ? part.replaceAll('[', '(') : part,
    )
    .join('')

interface Reading {
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

const readNode = (node: RootContent, reading: Reading, marks: Marks): void => {
  switch (node.type) {
    case 'yaml': {
      const {lines, profile} = readFrontMatter(reading.source, rangeOf(node))
      reading.lines.push(...lines)
      Object.assign(reading.profile, profile)
      break
    }
    case 'heading':
      readHeading(node, reading, marks)
      break
    case 'paragraph':
      pushInline(node, reading, marks)
      break
    case 'list':
      for (const item of node.children) readItem(item, reading, marks)
      break
    case 'blockquote':
      for (const child of node.children) readNode(child, reading, {...marks, quote: true})
      break
    case 'code':
    case 'html':
      pushRaw(node, reading)
      break
    default:
  }
}

/** A line underlined by one or two characters is text before a bullet whose own text follows below. */
const readHeading = (node: Heading, reading: Reading, marks: Marks): void => {
  const {start, end} = rangeOf(node)
  const loneUnderline = /\n[ \t]*[-=]{1,2}[ \t]*$/.test(reading.source.slice(start, end))
  pushInline(node, reading, loneUnderline ? marks : {...marks, rank: node.depth})
  if (loneUnderline) reading.loneBullet = true
}

const readItem = (item: ListItem, reading: Reading, marks: Marks): void => {
  if (item.children.length === 0) reading.loneBullet = true
  else if (startsWithDate.test(reading.source.slice(rangeOf(item).start, rangeOf(item).end)))
    pushRaw(item, reading)
  else {
    item.children.forEach((child, i) => {
      readNode(child, reading, i === 0 ? {...marks, item: true} : marks)
    })
  }
}

/** "23. juni 2027" at the start of a line is a date and not the 23rd item of a list. */
const startsWithDate = /^\d{1,2}\.\s+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}*/iu

/** Indented text and HTML are read as plain lines, tags taken out. */
const pushRaw = (node: Nodes, reading: Reading): void => {
  const {start, end} = rangeOf(node)
  const blanked = reading.source
    .slice(0, end)
    .replace(/<[^<>]*>|^ *(?:```|~~~).*$/gm, (tag) => ' '.repeat(tag.length))
  const gap = gapBefore(node, reading)
  textLines(blanked, start, end).forEach((line, i) => {
    reading.lines.push(i === 0 ? {...line, gap, begins: true} : line)
  })
}

/** Blank lines between the last node and this one. */
const gapBefore = (node: Nodes, reading: Reading): number => {
  const gap = Math.max(0, node.position!.start.line - reading.endLine - 1)
  reading.endLine = node.position!.end.line
  return gap
}

/** Pushes the lines of a paragraph or heading; marks that begin a block go to its first line only. */
const pushInline = (node: Paragraph | Heading, reading: Reading, {rank, ...marks}: Marks): void => {
  const gap = gapBefore(node, reading)
  const lines = splitLines(inlineParts(node.children, reading, false))
  const isHeading = rank !== undefined && lines.reduce((sum, {chars}) => sum + chars.text.length, 0) <= 120
  const tables = tablesUnderHeads(lines.map(({chars}) => chars))
  let first = true
  for (const [i, {chars, bold}] of lines.entries()) {
    const table = tables.get(i)
    if (table) {
      reading.lines.push(...withGap(table, first ? gap : 0))
      first = false
      continue
    }
    const read = readLine(chars)
    if (read.chars.text === '') continue
    reading.lines.push({
      ...read,
      ...(bold && read.rank === undefined && {rank: 7}),
      ...(first && {...marks, ...(reading.loneBullet && {item: true}), begins: true}),
      ...(isHeading && {rank}),
      gap: first ? gap : 0,
    })
    first = false
    reading.loneBullet = false
  }
}

interface Part {
  chars: MappedText
  bold: boolean
  breakAfter?: boolean
}

const inlineParts = (nodes: readonly PhrasingContent[], reading: Reading, bold: boolean): Part[] =>
  nodes.flatMap((node): Part[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return textParts(mapText(reading.source, rangeOf(node), node.value), bold)
      case 'break':
        return [{chars: emptyMappedText, bold, breakAfter: true}]
      case 'strong':
        return inlineParts(node.children, reading, true)
      case 'link': {
        const parts = inlineParts(node.children, reading, bold)
        const chars = concatMapped(parts.map((part) => part.chars))
        if (chars.text) reading.links.push({span: {start: chars.start!, end: chars.end!}, url: node.url})
        return parts
      }
      default:
        return 'children' in node ? inlineParts(node.children as PhrasingContent[], reading, bold) : []
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

const rangeOf = (node: Nodes): {start: number; end: number} => ({
  start: node.position!.start.offset!,
  end: node.position!.end.offset!,
})

/**
 * Maps the value of a text node to its source, in which characters may be escaped (`\*`, `&amp;`) and
 * lines may begin with indentation or quotation marks that the value lacks.
 */
const mapText = (source: string, range: {start: number; end: number}, value: string): MappedText => {
  const lines: MappedText[] = []
  let from = range.start
  value.split('\n').forEach((line, i) => {
    if (i > 0) {
      const feed = source.indexOf('\n', from)
      lines.push(filler('\n', feed, feed + 1))
      from = feed + 1
    }
    const lineEnd = source.indexOf('\n', from)
    const end = lineEnd < 0 || lineEnd > range.end ? range.end : lineEnd
    const at = source.slice(from, end).indexOf(line)
    if (at >= 0) lines.push(normalise(source, from + at, from + at + line.length))
    else lines.push(mapEscaped(source, from, end, line))
    from = end
  })
  return concatMapped(lines)
}

const mapEscaped = (source: string, start: number, end: number, value: string): MappedText => {
  const parts: MappedText[] = []
  let at = start
  let i = 0
  while (i < value.length && at < end) {
    if (source[at] === '&' && value[i] !== '&') {
      const close = source.indexOf(';', at)
      const to = close < 0 || close >= end ? at + 1 : close + 1
      parts.push(filler(normalise(value, i, i + 1).text, at, to))
      at = to
      i++
    } else if (source[at] === value[i]) {
      const to = source.startsWith('&amp;', at) ? at + 5 : at + 1
      parts.push(filler(normalise(value, i, i + 1).text, at, to))
      at = to
      i++
    } else at++
  }
  return concatMapped(parts)
}
