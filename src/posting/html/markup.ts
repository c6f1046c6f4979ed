import type {Markup} from '../types.ts'
import {gapAround} from './elements.ts'
import {escapeHtml} from './escape.ts'
import {type ChildNode, isElement, isText, type ParentNode} from './tree.ts'

/** How text is put into the page that a tree is of. */
export const htmlMarkup = (tree: ParentNode, length: number): Markup => ({
  escape: escapeHtml,
  paragraph: (text, newline) =>
    escapeHtml(text)
      .split('\n')
      .flatMap((line, i, lines) => taggedLine(line, lines[i - 1], lines[i + 1]))
      .join(newline),
  placeAfter: (offset) => Math.max(offset, endOfBlock(tree, offset) ?? length),
})

/** A line with the tags that it needs between its neighbours: lines of a paragraph, or items of a list. */
const taggedLine = (line: string, previous: string | undefined, next: string | undefined): string[] => {
  const kind = kindOf(line)
  if (kind === 'none') return []
  const tag = kind === 'item' ? 'ul' : 'p'
  const goesOn = kindOf(next) === kind
  const written = kind === 'item' ? `<li>${line.replace(bullet, '')}</li>` : goesOn ? `${line}<br>` : line
  return [...(kindOf(previous) === kind ? [] : [`<${tag}>`]), written, ...(goesOn ? [] : [`</${tag}>`])]
}

const bullet = /^\s{0,9}[-•*]\s+/

const kindOf = (line: string | undefined): 'none' | 'item' | 'text' => {
  if (line === undefined || line.trim() === '') return 'none'
  return bullet.test(line) ? 'item' : 'text'
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
