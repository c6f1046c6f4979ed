import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5'
import {BadInput} from '../bad-input.ts'
import {refuseTooMany} from '../limits.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type ParentNode = DefaultTreeAdapterTypes.ParentNode
export type ChildNode = DefaultTreeAdapterTypes.ChildNode
export type Text = DefaultTreeAdapterTypes.TextNode

/** Deeper nesting is damage or malice: browsers stop at 512 too. */
const deepest = 512
/** Markup that is left open is repeated in every paragraph; this much of it for each character is malice. */
const elementsPerCharacter = 0.5
const elementsAnyway = 10_000

const pageTag = /<(?:!doctype|html|head|body)[\s>]/i

/** A page has a frame around its ad; a fragment is the ad. */
export const isPage = (html: string): boolean => pageTag.test(html)

/**
 * Parses HTML as browsers do.
 *
 * @throws BadInput `nested` or `tooBig` for markup that no page has and that would take unbounded time or space
 */
export const parseHtml = (html: string): ParentNode => {
  const options = {
    treeAdapter: boundedAdapter(html.length * elementsPerCharacter + elementsAnyway),
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
  }
  return isPage(html) ? parse(html, options) : parseFragment(html, options)
}

/** parse5's own tree, in which every run of text between two tags is a node with its own place. */
const boundedAdapter = (mostElements: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> => {
  let depth = 0
  let elements = 0
  let others = 0
  const createText = (text: string): Text => {
    refuseTooMany(elements + ++others)
    return defaultTreeAdapter.createTextNode(text)
  }
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      if (++elements > mostElements) throw new BadInput('nested')
      refuseTooMany(elements + others)
      return defaultTreeAdapter.createElement(...given)
    },
    createCommentNode(data) {
      refuseTooMany(elements + ++others)
      return defaultTreeAdapter.createCommentNode(data)
    },
    insertText(parent, text) {
      defaultTreeAdapter.appendChild(parent, createText(text))
    },
    insertTextBefore(parent, text, reference) {
      defaultTreeAdapter.insertBefore(parent, createText(text), reference)
    },
    setNodeSourceCodeLocation(node, location) {
      defaultTreeAdapter.setNodeSourceCodeLocation(node, location)
      if (node.nodeName === '#text' && joinToLast(node as Text)) others--
    },
    onItemPush() {
      if (++depth > deepest) throw new BadInput('nested')
    },
    onItemPop() {
      depth--
    },
  }
}

/** The parser gives each word and each space by itself; what touches in the source is one text. */
const joinToLast = (text: Text): boolean => {
  const siblings = text.parentNode?.childNodes ?? []
  const last = siblings.at(-2)
  if (siblings.at(-1) !== text || !last || !isText(last)) return false
  const [before, own] = [last.sourceCodeLocation, text.sourceCodeLocation]
  if (!before || before.endOffset !== own?.startOffset) return false
  last.value += text.value
  const {endLine, endCol, endOffset} = own
  last.sourceCodeLocation = {...before, endLine, endCol, endOffset}
  siblings.pop()
  return true
}

export const isElement = (node: ChildNode | ParentNode): node is Element => 'tagName' in node

export const isText = (node: ChildNode): node is Text => node.nodeName === '#text'

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

/** The text in an element as the parser reads it. */
export const textOf = (parent: ParentNode): string =>
  parent.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? textOf(node) : '')).join('')

export const elementsNamed = (parent: ParentNode, tagName: string): Element[] =>
  parent.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === tagName ? [child] : elementsNamed(child, tagName)))

/** Where the comments are, from the first to the last. */
export const commentsIn = (parent: ParentNode): [start: number, end: number][] =>
  parent.childNodes.flatMap((child) => {
    if (isElement(child)) return commentsIn(child)
    const {nodeName, sourceCodeLocation: place} = child
    return nodeName === '#comment' && place ? [[place.startOffset, place.endOffset]] : []
  })
