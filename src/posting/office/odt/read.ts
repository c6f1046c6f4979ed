import {BadInput} from '../../bad-input.ts'
import type {SourceLink} from '../../line.ts'
import type {Span} from '../../types.ts'
import {lineBreak, type Paragraph, type Part, type Story, type Table} from '../story.ts'
import {
  charactersOf,
  childOf,
  childrenOf,
  isElement,
  type Prefixes,
  parseXml,
  type XmlElement,
  type XmlText,
} from '../xml.ts'
import {type Archive, openArchive} from '../zip.ts'
import {type Look, readLooks} from './styles.ts'

const odf = 'urn:oasis:names:tc:opendocument:xmlns:'

const prefixes: Prefixes = new Map([
  ...['office', 'text', 'table', 'style', 'manifest'].map((name): [string, string] => [
    `${odf}${name}:1.0`,
    name,
  ]),
  [`${odf}drawing:1.0`, 'draw'],
  [`${odf}xsl-fo-compatible:1.0`, 'fo'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
])

/** @throws BadInput for what is no OpenDocument text, is damaged or locked, or is too big */
export const readOpenDocument = (bytes: Uint8Array): Story => {
  const archive = openArchive(bytes)
  if (partOf(archive, 'META-INF/manifest.xml')?.source.includes(':encryption-data'))
    throw new BadInput('encrypted')
  const content = partOf(archive, 'content.xml')
  const body = childOf(childOf(content?.root, 'office:body'), 'office:text')
  if (!content || !body) throw new BadInput('notWord')
  const reading: Reading = {
    source: content.source,
    looks: readLooks([partOf(archive, 'styles.xml')?.root, content.root]),
    text: [],
    length: 0,
    hasParagraph: false,
    links: [],
    boxes: [],
  }
  const parts = readBlocks(body, reading, false)
  return {text: reading.text.join(''), parts, links: reading.links}
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

const partOf = (archive: Archive, name: string): {source: string; root: XmlElement} | undefined => {
  const bytes = archive.read(name)
  if (!bytes) return undefined
  try {
    const source = utf8.decode(bytes)
    return {source, root: parseXml(withoutDoctype(source), prefixes)}
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput('damaged')
  }
}

/** Old programs name the format in a document type without a subset of its own. Blanked, so that places stay. */
const withoutDoctype = (source: string): string =>
  source.replace(/<!DOCTYPE [^[\]<>]{1,300}>/, (found) => ' '.repeat(found.length))

interface Reading {
  source: string
  looks: (element: XmlElement) => Look
  text: string[]
  length: number
  hasParagraph: boolean
  links: SourceLink[]
  /** Text boxes and shapes whose anchor has been passed, and which are read after its paragraph. */
  boxes: XmlElement[]
}

const readBlocks = (container: XmlElement, reading: Reading, isItem: boolean): Part[] =>
  childrenOf(container).flatMap((child, i): Part[] => {
    switch (child.name) {
      case 'text:p':
      case 'text:h':
        return readParagraph(child, reading, isItem && i === 0)
      case 'text:list':
        return readBlocks(child, reading, isItem)
      case 'text:list-item':
      case 'text:list-header':
        return readBlocks(child, reading, child.name === 'text:list-item')
      case 'table:table':
        return [readTable(child, reading)]
      case 'text:section':
        return isHidden(child) ? [] : readBlocks(child, reading, false)
      case 'text:numbered-paragraph':
      case 'text:index-body':
        return readBlocks(child, reading, false)
      default:
        return boxesIn(child).flatMap((box) => readBlocks(box, reading, false))
    }
  })

const groups = ['table:table-header-rows', 'table:table-rows', 'table:table-row-group']

const rowsOf = (table: XmlElement): XmlElement[] =>
  childrenOf(table).flatMap((child) =>
    child.name === 'table:table-row' ? [child] : groups.includes(child.name) ? rowsOf(child) : [],
  )

const readTable = (table: XmlElement, reading: Reading): Table => ({
  rows: rowsOf(table).map((row) => cellsOf(row).map((cell) => readBlocks(cell, reading, false))),
  isMarked: childOf(table, 'table:table-header-rows') !== undefined,
})

const cellsOf = (row: XmlElement): XmlElement[] => childrenOf(row, 'table:table-cell')

/** A section that is not shown, or not as long as its condition holds. */
const isHidden = ({attributes}: XmlElement): boolean =>
  attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'

/** What is drawn and has text: boxes and shapes, also those in a group or a link. */
const boxesIn = (element: XmlElement): XmlElement[] => {
  if (!element.name.startsWith('draw:')) return []
  return holdsText(element) ? [element] : childrenOf(element).flatMap(boxesIn)
}

const holdsText = (element: XmlElement): boolean =>
  element.name === 'draw:text-box' || childrenOf(element).some(({name}) => name.startsWith('text:'))

const readParagraph = (element: XmlElement, reading: Reading, item: boolean): Part[] => {
  if (reading.hasParagraph) append('\n', reading)
  reading.hasParagraph = true
  const start = reading.length
  const bold: Span[] = []
  const look = reading.looks(element)
  readInline(element, reading, look, bold)
  trimEnd(start, reading)
  const level = Number(element.attributes['text:outline-level'] ?? 1)
  const isHeading = element.name === 'text:h'
  const paragraph: Paragraph = {
    start,
    end: reading.length,
    bold,
    ...(isHeading ? {rank: Math.min(6, Math.max(1, level))} : look.rank && {rank: look.rank}),
    ...(item && {item}),
    ...(look.quote && {quote: true}),
  }
  const boxes = reading.boxes.splice(0)
  return [paragraph, ...boxes.flatMap((box) => readBlocks(box, reading, false))]
}

/** Blanks at the end of a paragraph do not count. */
const trimEnd = (start: number, reading: Reading): void => {
  const last = reading.text.at(-1)
  if (reading.length > start && last?.endsWith(' ')) {
    reading.text[reading.text.length - 1] = last.slice(0, -1)
    reading.length--
  }
}

const append = (text: string, reading: Reading): void => {
  reading.text.push(text)
  reading.length += text.length
}

/** Of blanks that a document only counts; a few bytes could ask for any number of them. */
const mostBlanks = 20

/** Comments, footnotes and what was deleted are no part of the text. */
const skipped = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:note',
  'text:tracked-changes',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:ruby-text',
])

const readInline = (container: XmlElement, reading: Reading, look: Look, bold: Span[]): void => {
  if (look.hidden) return
  for (const child of container.children) {
    if (!isElement(child)) readText(child, reading, look, bold)
    else if (!skipped.has(child.name)) readChild(child, reading, look, bold)
  }
}

const readText = (node: XmlText, reading: Reading, look: Look, bold: Span[]): void => {
  const start = reading.length
  appendCollapsed(charactersOf(reading.source, node).text, reading)
  if (look.bold && reading.length > start) bold.push({start, end: reading.length})
}

const readChild = (child: XmlElement, reading: Reading, look: Look, bold: Span[]): void => {
  switch (child.name) {
    case 'text:s':
      append(' '.repeat(blanksOf(child)), reading)
      break
    case 'text:tab':
      append('\t', reading)
      break
    case 'text:line-break':
      append(lineBreak, reading)
      break
    case 'text:a': {
      const start = reading.length
      readInline(child, reading, look, bold)
      const url = child.attributes['xlink:href']
      if (url !== undefined && reading.length > start)
        reading.links.push({span: {start, end: reading.length}, url})
      break
    }
    default:
      if (child.name.startsWith('draw:')) reading.boxes.push(...boxesIn(child))
      else readInline(child, reading, {...look, ...reading.looks(child)}, bold)
  }
}

const blanksOf = ({attributes}: XmlElement): number => {
  const count = Number(attributes['text:c'] ?? 1)
  return count >= 1 ? Math.min(mostBlanks, count) : 1
}

/** Runs of blanks are one, and none at the start of a paragraph. */
const appendCollapsed = (text: string, reading: Reading): void => {
  const last = reading.text.at(-1) ?? '\n'
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ')
  const isAfterBlank = /[ \n\u2028]$/.test(last) && last !== ''
  append(isAfterBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed, reading)
}
