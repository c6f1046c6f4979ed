import type {Markup} from '../types.ts'
import {gapAround} from './elements.ts'
import {escapeHtml} from './escape.ts'
import {type ChildNode, isElement, isText, type ParentNode} from './tree.ts'

/** How text is put into the page that a tree is of. */
export const htmlMarkup = (tree: ParentNode, length: number): Markup => ({
  escape: escapeHtml,
  paragraph: (text, newline) =>
    ['<p>', ...escapeHtml(text).split('\n').flatMap(lineInParagraph), '</p>'].join(newline),
  placeAfter: (offset) => Math.max(offset, endOfBlock(tree, offset) ?? length),
})

/** A blank line parts paragraphs, a line feed two lines. */
const lineInParagraph = (line: string, i: number, lines: readonly string[]): string[] => {
  if (line.trim() === '') return ['</p>', '<p>']
  const next = lines[i + 1]
  return [next === undefined || next.trim() === '' ? line : `${line}<br>`]
}

/** Elements that paragraphs may stand in. */
const holders = new Set(
  'html body main article section aside header footer div form fieldset center'.split(' '),
)

/** The end of the block that an offset is in, so far out that a paragraph may follow. */
const endOfBlock = (parent: ParentNode, offset: number): number | undefined => {
  const {childNodes} = parent
  const at = childNodes.findIndex((child) => holds(child, offset))
  const child = childNodes[at]
  if (!child) return undefined
  if (isElement(child) && holders.has(child.tagName)) return endOfBlock(child, offset)
  const next = childNodes.findIndex((sibling, i) => i > at && isBlock(sibling))
  const last = isBlock(child) ? child : childNodes.at(next < 0 ? -1 : next - 1)!
  return endOf(last)
}

const isBlock = (node: ChildNode): boolean => isElement(node) && gapAround(node) !== undefined

/** What stands for tags that are left out, such as `<body>`, has no place and holds all that is in it. */
const holds = (node: ChildNode, offset: number): boolean => {
  if (!isElement(node) && !isText(node)) return false
  const {sourceCodeLocation: place} = node
  if (place) return place.startOffset < offset && offset <= place.endOffset
  return isElement(node) && node.childNodes.some((child) => holds(child, offset))
}

const endOf = (node: ChildNode): number | undefined => node.sourceCodeLocation?.endOffset
