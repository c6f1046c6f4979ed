import type {SourceLink} from '../../line.ts'
import type {Span} from '../../types.ts'
import {lineBreak, type Paragraph, type Part, type Story, type Table} from '../story.ts'
import {charactersOf, childOf, childrenOf, isElement, type XmlElement, type XmlText} from '../xml.ts'
import {chosen} from './alternatives.ts'
import {fieldMark, halfFieldsIn} from './fields.ts'
import {openWord, type WordPackage} from './package.ts'
import {type Formats, isOn, readFormats} from './styles.ts'
import {boxSign, symbolOf} from './symbols.ts'

/** Characters of the text, and what they stand as in the document. */
export interface Piece extends Span {
  run: XmlElement
  /** The child of the run: a text, a tab, a line break. */
  node: XmlElement
  /** Where each character begins in the XML, and where the last one ends; absent for what cannot be parted. */
  offsets?: readonly number[]
  /** The run of the body that holds the text box that they are in. */
  anchor?: XmlElement
}

/** A document in which every character knows its run. */
export interface WordStory extends Story {
  word: WordPackage
  pieces: readonly Piece[]
}

/** @throws BadInput for what is no Word document, is damaged or locked, or is too big */
export const readWord = (bytes: Uint8Array): WordStory => {
  const word = openWord(bytes)
  const reading: Reading = {
    word,
    formats: readFormats(word),
    targets: new Map(word.relationships.map(({id, target}) => [id, target])),
    text: [],
    length: 0,
    hasParagraph: false,
    pieces: [],
    links: [],
    prompts: [],
    fields: [],
    halfFields: halfFieldsIn(childOf(word.document.root, 'w:body')),
    boxes: [],
  }
  const parts = readBlocks(childOf(word.document.root, 'w:body'), reading)
  const {pieces, links, prompts} = reading
  return {word, text: reading.text.join(''), parts, pieces, links, prompts}
}

interface Field {
  instruction: string
  /** Where its result begins; absent while its instruction is read. */
  result?: number
}

interface Box {
  content: XmlElement
  anchor: XmlElement
}

interface Reading {
  word: WordPackage
  formats: Formats
  /** Addresses by the id of the relationship. */
  targets: ReadonlyMap<string, string>
  text: string[]
  length: number
  hasParagraph: boolean
  pieces: Piece[]
  links: SourceLink[]
  prompts: Span[]
  /** Fields that are open, the innermost last. */
  fields: Field[]
  /** Marks at which a field begins that gets neither a result nor an end, and so hides nothing. */
  halfFields: ReadonlySet<XmlElement>
  /** Text boxes whose anchor has been passed, and which are read after its paragraph. */
  boxes: Box[]
  /** Set while a text box is read. */
  anchor?: XmlElement
  /** The paragraph that is open, because the mark at the end of the last one was deleted. */
  open?: {start: number; bold: Span[]} | undefined
}

const readBlocks = (container: XmlElement | undefined, reading: Reading): Part[] =>
  childrenOf(container).flatMap((child, i, all): Part[] => {
    switch (child.name) {
      case 'w:p':
        return readParagraph(child, all[i + 1]?.name === 'w:p', reading)
      case 'w:tbl':
        return [readTable(rowsOf(child), reading)]
      case 'w:sdt':
        return readControl(child, reading, (content) => readBlocks(content, reading))
      case 'mc:AlternateContent':
        return readBlocks(chosen(child), reading)
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        return readBlocks(child, reading)
      default:
        return []
    }
  })

/** What a control holds; while nothing has been written into it, that is a prompt. */
const readControl = <Read>(
  control: XmlElement,
  reading: Reading,
  read: (content: XmlElement | undefined) => Read,
): Read => {
  const start = reading.length
  const parts = read(childOf(control, 'w:sdtContent'))
  const isPrompt = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined
  if (isPrompt && reading.length > start) reading.prompts.push({start, end: reading.length})
  return parts
}

const wrappers = ['w:sdt', 'w:sdtContent', 'w:customXml']

const through = (container: XmlElement, name: string): XmlElement[] =>
  childrenOf(container).flatMap((child) =>
    child.name === name ? [child] : wrappers.includes(child.name) ? through(child, name) : [],
  )

const rowsOf = (table: XmlElement): XmlElement[] =>
  through(table, 'w:tr').filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del'))

const cellsOf = (row: XmlElement): XmlElement[] => through(row, 'w:tc')

const readTable = (rows: readonly XmlElement[], reading: Reading): Table => ({
  rows: rows.map((row) => cellsOf(row).map((cell) => readBlocks(cell, reading))),
  isMarked: childOf(childOf(rows[0], 'w:trPr'), 'w:tblHeader') !== undefined,
})

const readParagraph = (element: XmlElement, isBeforeAnother: boolean, reading: Reading): Part[] => {
  const properties = childOf(element, 'w:pPr')
  const open = reading.open ?? beginParagraph(reading)
  const {rank, item, quote, bold = false, hidden = false} = reading.formats.paragraph(properties)
  readInline(element, reading, {bold, hidden}, open)
  const isMarkDeleted = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined
  reading.open = isMarkDeleted && isBeforeAnother ? open : undefined
  if (reading.open) return []
  const boxes = reading.boxes.splice(0)
  const paragraph: Paragraph = {
    start: open.start,
    end: reading.length,
    bold: open.bold,
    ...(rank && {rank}),
    ...(item && {item}),
    ...(quote && {quote}),
  }
  return [paragraph, ...boxes.flatMap((box) => readBox(box, reading))]
}

const beginParagraph = (reading: Reading): NonNullable<Reading['open']> => {
  if (reading.hasParagraph) append('\n', reading)
  reading.hasParagraph = true
  return {start: reading.length, bold: []}
}

const readBox = ({content, anchor}: Box, reading: Reading): Part[] => {
  const {fields, anchor: outer} = reading
  Object.assign(reading, {fields: [], anchor: outer ?? anchor})
  const parts = readBlocks(content, reading)
  Object.assign(reading, {fields, anchor: outer, open: undefined})
  return parts
}

const append = (text: string, reading: Reading): void => {
  reading.text.push(text)
  reading.length += text.length
}

type Look = Record<'bold' | 'hidden', boolean>

type Open = NonNullable<Reading['open']>

const readInline = (container: XmlElement | undefined, reading: Reading, look: Look, open: Open): void => {
  for (const child of childrenOf(container)) {
    switch (child.name) {
      case 'w:r':
        readRun(child, reading, look, open)
        break
      case 'w:hyperlink':
        readLink(child, reading, look, open)
        break
      case 'w:sdt':
        readControl(child, reading, (content) => readInline(content, reading, look, open))
        break
      case 'mc:AlternateContent':
        readInline(chosen(child), reading, look, open)
        break
      case 'w:ins':
      case 'w:moveTo':
      case 'w:smartTag':
      case 'w:fldSimple':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        readInline(child, reading, look, open)
        break
      default:
    }
  }
}

const readLink = (link: XmlElement, reading: Reading, look: Look, open: Open): void => {
  const start = reading.length
  readInline(link, reading, look, open)
  const target = reading.targets.get(link.attributes['r:id'] ?? '')
  if (target !== undefined) pushLink(start, target, reading)
}

const pushLink = (start: number, url: string, {links, length}: Reading): void => {
  if (length > start) links.push({span: {start, end: length}, url})
}

const readRun = (run: XmlElement, reading: Reading, look: Look, open: Open): void => {
  const {bold = look.bold, hidden = look.hidden} = reading.formats.run(childOf(run, 'w:rPr'))
  const start = reading.length
  for (const node of childrenOf(run)) readNode(node, run, reading, {bold, hidden})
  if (bold && reading.length > start) open.bold.push({start, end: reading.length})
}

/** Characters that Word writes as elements. */
const characters: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', lineBreak],
  ['w:cr', lineBreak],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
])

const readNode = (node: XmlElement, run: XmlElement, reading: Reading, look: Look): void => {
  const character = node.name === 'w:sym' ? symbolOf(node) : characters.get(node.name)
  if (character !== undefined) {
    if (isShown(reading, look)) pushPiece(character, {run, node}, reading)
  } else if (node.name === 'w:t') {
    if (isShown(reading, look)) readText(node, run, reading)
  } else if (node.name === 'w:fldChar') {
    const box = boxOf(node)
    if (box !== undefined && isShown(reading, look)) pushPiece(box, {run, node}, reading)
    readFieldMark(node, reading)
  } else if (node.name === 'w:instrText') readInstruction(node, reading)
  else if (node.name === 'w:ruby')
    readInline(childOf(node, 'w:rubyBase'), reading, look, {start: 0, bold: []})
  else if (isShown(reading, look)) findBoxes(node, run, reading)
}

const isShown = ({fields}: Reading, {hidden}: Look): boolean =>
  !hidden && fields.every(({result}) => result !== undefined)

const pushPiece = (text: string, piece: Omit<Piece, 'start' | 'end'>, reading: Reading): void => {
  const start = reading.length
  append(text, reading)
  reading.pieces.push({start, end: reading.length, ...piece, ...(reading.anchor && {anchor: reading.anchor})})
}

/** Space at the ends of a text counts only when it is said that it does. */
const readText = (node: XmlElement, run: XmlElement, reading: Reading): void => {
  const {source} = reading.word.document
  const keepsSpace = node.attributes['xml:space'] === 'preserve'
  const texts = node.children.filter((child): child is XmlText => !isElement(child))
  texts.forEach((child, i) => {
    const {text, offsets} = charactersOf(source, child)
    const begin = keepsSpace || i > 0 ? 0 : text.length - text.replace(/^[ \t\r\n]+/, '').length
    const end =
      keepsSpace || i < texts.length - 1 ? text.length : text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '').length
    if (end <= begin) return
    const words = text.slice(begin, end).replaceAll(/[\t\r\n]/g, ' ')
    const places = offsets ?? Array.from({length: text.length + 1}, (_, at) => child.start + at)
    const isWhole = child.isVerbatim || texts.length > 1
    pushPiece(words, {run, node, ...(!isWhole && {offsets: places.slice(begin, end + 1)})}, reading)
  })
}

/** A box to tick in a form of the older kind. */
const boxOf = (node: XmlElement): string | undefined => {
  const box = childOf(childOf(node, 'w:ffData'), 'w:checkBox')
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
  return box && boxSign(state !== undefined && isOn(state))
}

const readFieldMark = (node: XmlElement, reading: Reading): void => {
  const {fields, halfFields} = reading
  const field = fields.at(-1)
  const kind = fieldMark(node)
  if (kind === 'begin') {
    if (!halfFields.has(node)) fields.push({instruction: ''})
  } else if (kind === 'separate' && field) field.result = reading.length
  else if (kind === 'end' && field) {
    fields.pop()
    const url = /^\s*HYPERLINK\s+"([^"]+)"/.exec(field.instruction)?.[1]
    if (url !== undefined && field.result !== undefined) pushLink(field.result, url, reading)
  }
}

const readInstruction = (node: XmlElement, {fields, word}: Reading): void => {
  const field = fields.at(-1)
  if (!field) return
  for (const child of node.children)
    if (!isElement(child)) field.instruction += charactersOf(word.document.source, child).text
}

const findBoxes = (node: XmlElement, run: XmlElement, reading: Reading): void => {
  if (node.name === 'w:txbxContent') reading.boxes.push({content: node, anchor: run})
  else if (node.name === 'mc:AlternateContent') {
    const one = chosen(node)
    if (one) findBoxes(one, run, reading)
  } else for (const child of childrenOf(node)) findBoxes(child, run, reading)
}
