import {parseXml, XmlCdata, XmlElement, type XmlNode, XmlText} from '@rgrove/parse-xml'
import {BadInput} from '../bad-input.ts'
import {decodeText} from '../html/characters.ts'
import {refuseTooMany} from '../limits.ts'
import {concatMapped, identity, type MappedText} from '../mapped-text.ts'
import {createLocator} from '../place.ts'
import {type DataNode, deepest} from './node.ts'

/**
 * XML as a tree with the places of its names and texts. Nothing outside the text is fetched, and no entities of a
 * document's own are taken in.
 *
 * @throws BadInput `xml` with line and column, `entities` for a document that defines its own,
 * `nested`, or `tooBig` for too many elements and attributes
 */
export const parseXmlData = (source: string): DataNode => {
  if (hasOwnEntities(source)) throw new BadInput('entities')
  const {depth, nodes} = sizeOf(source)
  if (depth > deepest) throw new BadInput('nested')
  refuseTooMany(nodes)
  return elementNode(rootOf(source), source)
}

const hasOwnEntities = (source: string): boolean => {
  const start = source.search(/<!DOCTYPE/i)
  return /<!ENTITY/i.test(source) || (start >= 0 && /^[^>[]*\[/.test(source.slice(start, start + 10_000)))
}

const rootOf = (source: string): XmlElement => {
  const options = {includeOffsets: true, preserveCdata: true, ignoreUndefinedEntities: true}
  try {
    return parseXml(source, options).root!
  } catch (error) {
    const {pos} = error as {pos?: number}
    if (typeof pos !== 'number') throw error
    const {line, column} = createLocator(source)(pos, pos).start
    throw new BadInput('xml', {line: String(line), column: String(column)})
  }
}

const elementNode = (element: XmlElement, source: string): DataNode => {
  const {name, start, end, children} = element
  const elements = children.filter((child): child is XmlElement => child instanceof XmlElement)
  return {
    name: localName(name),
    nameAt: [start + 1, start + 1 + name.length],
    start,
    end,
    children: [...attributeNodes(element, source), ...elements.map((child) => elementNode(child, source))],
    value: () => concatMapped(children.map((child) => textOf(child, source))),
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const textOf = (node: XmlNode, source: string): MappedText => {
  if (node instanceof XmlCdata) return identity(source.slice(node.start + 9, node.end - 3), node.start + 9)
  return node instanceof XmlText ? decodeText(source, node.start, node.end) : identity('')
}

const attribute = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/dgs

const attributeNodes = ({start, attributes, name}: XmlElement, source: string): DataNode[] => {
  if (Object.keys(attributes).length === 0) return []
  const from = start + 1 + name.length
  const tag = source.slice(from, endOfTag(source, from))
  return [...tag.matchAll(attribute)].map(({1: key, indices}) => {
    const [valueStart, valueEnd] = indices![2] ?? indices![3]!
    const [keyStart, keyEnd] = indices![1]!
    return {
      name: `@${localName(key!)}`,
      nameAt: [from + keyStart, from + keyEnd],
      start: from + valueStart,
      end: from + valueEnd,
      children: [],
      value: () => decodeText(source, from + valueStart, from + valueEnd),
    }
  })
}

/** Where a start tag ends: at the first `>` that is in no value. */
const endOfTag = (source: string, start: number): number => {
  let at = start
  for (let quote = ''; at < source.length && (quote !== '' || source[at] !== '>'); at++) {
    const unit = source[at]!
    if (quote === '' ? unit === '"' || unit === "'" : unit === quote) quote = quote === '' ? unit : ''
  }
  return at
}

/** How deep elements are in one another, and how many they and their attributes are; told in one pass, whatever is wrong. */
const sizeOf = (source: string): {depth: number; nodes: number} => {
  let depth = 0
  let most = 0
  let nodes = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const isTag = source[at + 1] !== '!' && source[at + 1] !== '?'
    const end = isTag ? endOfTag(source, at) : endOfOther(source, at)
    if (end < 0 || end >= source.length) break
    nodes += 1 + (isTag ? signsIn(source, at, end) : 0)
    if (source[at + 1] === '/') depth--
    else if (isTag && source[end - 1] !== '/') most = Math.max(most, ++depth)
    at = end + 1
  }
  return {depth: most, nodes}
}

/** Equals signs, of which each attribute has one. */
const signsIn = (source: string, start: number, end: number): number => {
  let signs = 0
  for (let at = start; at < end; at++) if (source[at] === '=') signs++
  return signs
}

const endOfOther = (source: string, at: number): number => {
  const closes = source.startsWith('<!--', at) ? '-->' : source.startsWith('<![CDATA[', at) ? ']]>' : '>'
  return source.indexOf(closes, at)
}
