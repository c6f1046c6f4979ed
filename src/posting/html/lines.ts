import {fieldOfLabel} from '../../vocabulary/index.ts'
import {headedLines} from '../headed-tables.ts'
import type {Line, SourceLink} from '../line.ts'
import {breaksOff} from '../lines-to-blocks.ts'
import {concatMapped, filler, type MappedText, sliceMapped} from '../mapped-text.ts'
import {markDashItems} from '../readers/text.ts'
import {type Cell, pairLines, rowLines} from '../rows.ts'
import {decodeText, throughMap} from './characters.ts'
import {boldness, gapAround, headingRank, isUnread} from './elements.ts'
import {isTool} from './frame.ts'
import {
  attribute,
  type ChildNode,
  type Element,
  isElement,
  isText,
  type ParentNode,
  type Text,
  textOf,
} from './tree.ts'
import {createWriter, type Style, type Writer} from './writer.ts'

/** The lines of a part of the tree, in the places of the source. */
export const linesOfTree = (
  root: ParentNode,
  source: MappedText,
  isLeftOut: (element: Element) => boolean,
): {lines: Line[]; links: SourceLink[]} => {
  const writer = createWriter()
  const reading = {source, isLeftOut, writer}
  if (isElement(root)) readElement(root, reading, plain)
  else readChildren(root, reading, plain)
  writer.block(0)
  return {lines: markDashItems(writer.lines.map(goingOn)), links: writer.links}
}

const longEnough = 40

/** A paragraph for each printed line is how text from a layout comes: a sentence that breaks off goes on in the next. */
const goingOn = (line: Line, i: number, lines: readonly Line[]): Line => {
  const previous = lines[i - 1]
  if (!previous || line.gap > 1 || !isProse(line) || !isProse(previous)) return line
  const {text} = previous.chars
  const goesOn = text.length >= longEnough && /\p{L}$/u.test(text) && breaksOff(text)
  return goesOn && /^\p{Ll}/u.test(line.chars.text) ? {...line, gap: 0, begins: false} : line
}

const isProse = (line: Line): boolean => !line.item && !line.quote && line.rank === undefined

const plain: Style = {bold: false}

interface Reading {
  source: MappedText
  isLeftOut: (element: Element) => boolean
  writer: Writer
}

const readChildren = (parent: ParentNode, reading: Reading, style: Style): void => {
  const {childNodes} = parent
  for (let i = 0; i < childNodes.length; i++) {
    const child = childNodes[i]!
    if (isElement(child)) {
      readElement(child, reading, style)
      if (isGluedLabel(child, childNodes[i + 1])) separate(child, reading, style)
    } else if (isText(child)) {
      const last = endOfRun(childNodes, i)
      reading.writer.text(readText(childNodes.slice(i, last + 1) as Text[], reading.source), style)
      i = last
    }
  }
}

const longestLabel = 300

/** A label whose value is in the next element and set apart by the style of the page alone. */
const isGluedLabel = (element: Element, next: ChildNode | undefined): boolean => {
  const {sourceCodeLocation: place} = element
  if (!next || !isElement(next) || next.tagName === 'br' || gapAround(next) !== undefined) return false
  if (!place || gapAround(element) !== undefined || place.endOffset - place.startOffset > longestLabel)
    return false
  const label = textOf(element)
    .trim()
    .replace(/(?<!\s)\s*:$/, '')
  return fieldOfLabel(label.toLowerCase()) !== undefined
}

const separate = (label: Element, {source, writer}: Reading, style: Style): void => {
  const end = source.to[label.sourceCodeLocation!.endOffset - 1]!
  writer.text(filler(textOf(label).trim().endsWith(':') ? ' ' : ': ', end, end), style)
}

/** The last of the texts from `i` on that touch each other in the source. */
const endOfRun = (nodes: readonly ChildNode[], i: number): number => {
  let last = i
  while (last + 1 < nodes.length && touches(nodes[last]!, nodes[last + 1]!)) last++
  return last
}

const touches = (node: ChildNode, next: ChildNode): boolean =>
  isText(next) && node.sourceCodeLocation!.endOffset === next.sourceCodeLocation?.startOffset

const readText = (texts: readonly Text[], source: MappedText): MappedText => {
  const start = texts[0]!.sourceCodeLocation!.startOffset
  const end = texts.at(-1)!.sourceCodeLocation!.endOffset
  const value = texts.map((text) => text.value).join('')
  const raw = sliceMapped(source, start, end)
  if (raw.text === value) return raw
  const decoded = decodeText(source.text, start, end)
  if (decoded.text === value) return throughMap(decoded, source)
  return concatMapped(texts.map((text) => asOne(text, source)))
}

/** All characters of a text at the place of the whole, where the parser reads them in another way. */
const asOne = ({value, sourceCodeLocation}: Text, {from, to}: MappedText): MappedText => {
  const {startOffset, endOffset} = sourceCodeLocation!
  const units = value.split('')
  return {text: value, from: units.map(() => from[startOffset]!), to: units.map(() => to[endOffset - 1]!)}
}

const readElement = (element: Element, reading: Reading, outer: Style): void => {
  if (isUnread(element) || isTool(element) || reading.isLeftOut(element)) return
  const {writer} = reading
  const style = styleIn(element, outer)
  const gap = gapAround(element)
  if (gap === undefined) {
    readInline(element, reading, style)
    return
  }
  writer.block(gap)
  if (element.tagName === 'li') writer.item()
  if (element.tagName === 'table') readTable(element, reading)
  else if (isDefinitionList(element)) readDefinitions(element, reading)
  else readChildren(element, reading, style)
  writer.block(gap)
}

const readInline = (element: Element, reading: Reading, style: Style): void => {
  const {writer} = reading
  const url = element.tagName === 'a' ? attribute(element, 'href') : undefined
  if (element.tagName === 'br') writer.break()
  else if (url === undefined) readChildren(element, reading, style)
  else {
    writer.openLink(url)
    readChildren(element, reading, style)
    writer.closeLink()
  }
}

const styleIn = (element: Element, outer: Style): Style => {
  const bold = boldness(element)
  const rank = headingRank(element)
  const isPre = element.tagName === 'pre' || element.tagName === 'listing'
  const isQuote = element.tagName === 'blockquote'
  if (bold === undefined && rank === undefined && !isPre && !isQuote) return outer
  return {
    ...outer,
    ...(bold !== undefined && {bold}),
    ...(rank !== undefined && {rank}),
    ...(isPre && {preformatted: true}),
    ...(isQuote && {quote: true}),
  }
}

/** The elements below an element that are named, those inside wrappers with it. */
const within = (parent: Element, wrappers: readonly string[], names: readonly string[]): Element[] =>
  parent.childNodes.filter(isElement).flatMap((child) => {
    if (names.includes(child.tagName)) return [child]
    return wrappers.includes(child.tagName) ? within(child, wrappers, names) : []
  })

const rowGroups = ['thead', 'tbody', 'tfoot']

const readTable = (table: Element, reading: Reading): void => {
  for (const caption of within(table, [], ['caption'])) readElement(caption, reading, {bold: true})
  const isShown = (element: Element): boolean => !isUnread(element) && !reading.isLeftOut(element)
  const rows = within(table, rowGroups, ['tr']).filter(isShown)
  const elements = rows.map((row) => within(row, [], ['td', 'th']).filter(isShown))
  const cells = elements.map((row) => row.map((cell) => readCell(cell, reading)))
  const isMarked = elements[0]?.every((cell) => cell.tagName === 'th') === true
  const lines = headedLines(cells, isMarked)
  for (const row of lines ? [lines] : cells.map(rowLines)) {
    reading.writer.add(row)
    reading.writer.block(0)
  }
}

const readCell = (cell: Element, reading: Reading): Cell => {
  const writer = createWriter(reading.writer.links)
  readChildren(cell, {...reading, writer}, plain)
  writer.block(0)
  return writer.lines
}

/** A list of terms and descriptions and nothing else. */
const isDefinitionList = (element: Element): boolean => element.tagName === 'dl' && holdsOnlyTerms(element)

const holdsOnlyTerms = (element: Element): boolean =>
  element.childNodes.every((child) => {
    if (!isElement(child)) return !isText(child) || child.value.trim() === ''
    if (child.tagName === 'div') return holdsOnlyTerms(child)
    return /^d[td]$/.test(child.tagName) || isUnread(child)
  })

const readDefinitions = (list: Element, reading: Reading): void => {
  let term: Cell = []
  let descriptions: Cell[] = []
  const write = (): void => {
    reading.writer.add(pairLines(term, descriptions))
    reading.writer.block(0)
    term = []
    descriptions = []
  }
  for (const part of within(list, ['div'], ['dt', 'dd'])) {
    if (isUnread(part) || reading.isLeftOut(part)) continue
    if (part.tagName === 'dd') descriptions.push(readCell(part, reading))
    else {
      if (descriptions.length > 0) write()
      term = [...term, ...readCell(part, reading)]
    }
  }
  write()
}
