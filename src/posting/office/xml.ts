import {BadInput} from '../bad-input.ts'

/** An element with its place in the source. Names have the usual prefix of their namespace, whatever the source calls it. */
export interface XmlElement {
  name: string
  parent: XmlElement | undefined
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  /** Where the start tag begins. */
  start: number
  /** Where the start tag ends. */
  contentStart: number
  /** Where the end tag begins; `end` when the element is empty and has none. */
  contentEnd: number
  end: number
}

/** Text as it stands in the source, with references. */
export interface XmlText {
  name: undefined
  start: number
  end: number
  /** A CDATA section, in which nothing is a reference. */
  isVerbatim: boolean
}

export type XmlNode = XmlElement | XmlText

/** The usual prefix of each namespace that matters, by its address. */
export type Prefixes = ReadonlyMap<string, string>

const deepest = 200
const mostElements = 500_000
const tag =
  /<(\/)?([\p{L}_][\p{L}\p{N}_.:\u00b7-]*)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,1000})\s*(\/)?>/uy
/** What begins and ends like this holds no elements. */
const others = [
  {opens: '<!--', closes: '-->'},
  {opens: '<![CDATA[', closes: ']]>'},
  {opens: '<?', closes: '?>'},
]
const attribute = /(?<!\s)\s+([^\s=]+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g
const reference = /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

interface Scope {
  element: XmlElement
  /** The qualified name that the end tag must repeat. */
  written: string
  namespaces: ReadonlyMap<string, string>
}

/**
 * Parses XML without recursion, in time that grows with its length alone. Entities of the document's own are refused,
 * and nothing is ever fetched.
 *
 * @throws BadInput `damaged` when it is not well-formed, `tooBig` when it is nested too deep or has too many elements
 */
export const parseXml = (source: string, prefixes: Prefixes): XmlElement => {
  const parser = new Parser(source, prefixes)
  return parser.parse()
}

class Parser {
  private readonly scopes: Scope[] = []
  private root: XmlElement | undefined
  private elements = 0

  constructor(
    private readonly source: string,
    private readonly prefixes: Prefixes,
  ) {}

  parse(): XmlElement {
    const {source} = this
    let at = source.startsWith('\ufeff') ? 1 : 0
    while (at < source.length) {
      const next = source.indexOf('<', at)
      const end = next < 0 ? source.length : next
      if (end > at) this.addText(at, end, false)
      if (next < 0) break
      at = this.readTag(next)
    }
    if (this.scopes.length > 0 || !this.root) throw damaged()
    return this.root
  }

  private readTag(start: number): number {
    const other = others.find(({opens}) => this.source.startsWith(opens, start))
    if (other) return this.skip(start, other)
    tag.lastIndex = start
    const match = tag.exec(this.source)
    if (!match) throw damaged()
    const end = tag.lastIndex
    const [, isEnd, name = '', attributes = '', isEmpty] = match
    if (isEnd) this.close(name, start, end)
    else this.open(name, attributes, start, end, isEmpty !== undefined)
    return end
  }

  private skip(start: number, {opens, closes}: {opens: string; closes: string}): number {
    const close = this.source.indexOf(closes, start + opens.length)
    if (close < 0) throw damaged()
    const end = close + closes.length
    if (opens === '<![CDATA[') this.addText(start, end, true)
    return end
  }

  private addText(start: number, end: number, isVerbatim: boolean): void {
    const scope = this.scopes.at(-1)
    if (scope) scope.element.children.push({name: undefined, start, end, isVerbatim})
    else if (this.source.slice(start, end).trim() !== '') throw damaged()
  }

  private open(written: string, attributes: string, start: number, end: number, isEmpty: boolean): void {
    if (++this.elements > mostElements || this.scopes.length >= deepest) throw new BadInput('tooBig')
    const parent = this.scopes.at(-1)
    if (!parent && this.root) throw damaged()
    const raw = attributesOf(attributes)
    const namespaces = namespacesIn(raw, parent?.namespaces)
    const element: XmlElement = {
      name: this.named(written, namespaces),
      parent: parent?.element,
      attributes: Object.fromEntries(
        raw.map(([key, value]) => [key.includes(':') ? this.named(key, namespaces) : key, value]),
      ),
      children: [],
      start,
      contentStart: end,
      contentEnd: end,
      end,
    }
    if (parent) parent.element.children.push(element)
    else this.root = element
    if (!isEmpty) this.scopes.push({element, written, namespaces})
  }

  private close(written: string, start: number, end: number): void {
    const scope = this.scopes.pop()
    if (scope?.written !== written) throw damaged()
    scope.element.contentEnd = start
    scope.element.end = end
  }

  private named(written: string, namespaces: ReadonlyMap<string, string>): string {
    if (written.startsWith('xml:')) return written
    const colon = written.indexOf(':')
    const address = namespaces.get(colon < 0 ? '' : written.slice(0, colon))
    const prefix = address === undefined ? undefined : this.prefixes.get(address)
    return prefix === undefined ? `?${written}` : `${prefix}:${written.slice(colon + 1)}`
  }
}

const damaged = (): BadInput => new BadInput('damaged')

const attributesOf = (text: string): [string, string][] =>
  text === ''
    ? []
    : [...text.matchAll(attribute)].map(([, key, one, other]) => [key!, resolve(one ?? other ?? '')])

const namespacesIn = (
  attributes: readonly (readonly [string, string])[],
  outer: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> => {
  const own = attributes.flatMap(([key, value]): [string, string][] =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : [],
  )
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

/** @throws BadInput for an entity that XML itself does not know */
const resolve = (text: string): string =>
  text.includes('&') ? text.replaceAll(reference, (match) => characterOf(match)) : text

const characterOf = (match: string): string => {
  const name = match.slice(1, -1)
  if (!name.startsWith('#')) {
    const known = entities.get(name)
    if (known === undefined) throw damaged()
    return known
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (!(code > 0 && code <= 0x10ffff)) throw damaged()
  return String.fromCodePoint(code)
}

/** Characters, each with its place in the source. */
export interface XmlCharacters {
  text: string
  /** Where each UTF-16 unit begins, and where the last one ends; absent when each is one unit of the source. */
  offsets?: readonly number[]
}

const unit = /&[^;&<]*;|\r\n?|[\s\S]/g

/** The characters of a text node. */
export const charactersOf = (source: string, {start, end, isVerbatim}: XmlText): XmlCharacters => {
  const raw = source.slice(start, end)
  if (isVerbatim) {
    const text = raw.slice('<![CDATA['.length, -']]>'.length)
    return {text, offsets: [...text.split(''), ''].map((_, i) => start + '<![CDATA['.length + i)}
  }
  if (!/[&\r]/.test(raw)) return {text: raw}
  const units: string[] = []
  const offsets: number[] = []
  for (const match of raw.matchAll(unit)) {
    const [written] = match
    const character = written.startsWith('&') ? characterOf(written) : written.replace(/^\r\n?$/, '\n')
    for (const one of character.split('')) {
      units.push(one)
      offsets.push(start + match.index)
    }
  }
  return {text: units.join(''), offsets: [...offsets, end]}
}

export const isElement = (node: XmlNode): node is XmlElement => node.name !== undefined

/** The child elements, or those of one name. */
export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (node): node is XmlElement => isElement(node) && (name === undefined || node.name === name),
  )

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => node.name === name)
