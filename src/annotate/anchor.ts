import type {Piece, WordStory} from '../posting/office/docx/read.ts'
import {childrenOf, type XmlElement} from '../posting/office/xml.ts'

/** A place in a run where it can be parted. */
export interface Point {
  run: XmlElement
  /** Offset in the XML: within a text, or where a child of the run begins or ends. */
  at: number
}

export interface Anchor {
  from: Point
  to: Point
  /** The words stand in a text box, and these are the points of its anchor. */
  isBox: boolean
}

/**
 * The words of a range in the document. A text box cannot hold a comment, so that words in one are commented on where
 * the box is anchored.
 */
export const anchorOf = (
  range: readonly [number, number] | undefined,
  story: WordStory,
): Anchor | undefined => {
  const [start, end] = wholeCharacters(range ?? [0, 0], story.text)
  const pieces = piecesIn(start, end, story)
  const found = pieces.length > 0 ? pieces : nearestParagraph(start, story)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return undefined
  const isBox = first.anchor !== undefined
  return pieces.length > 0
    ? {from: before(first, start), to: after(last, end), isBox}
    : {from: before(first, first.start), to: after(last, last.end), isBox}
}

/** A character of two UTF-16 units is never parted. */
export const wholeCharacters = ([start, end]: readonly [number, number], text: string): [number, number] => [
  start - (isInside(start, text) ? 1 : 0),
  end + (isInside(end, text) ? 1 : 0),
]

const isInside = (offset: number, text: string): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))

/** The pieces that hold a part of a range, from first to last. */
export const piecesIn = (start: number, end: number, {pieces}: WordStory): Piece[] => {
  const found: Piece[] = []
  for (let i = firstEndingAfter(start, pieces); i < pieces.length && pieces[i]!.start < end; i++)
    found.push(pieces[i]!)
  return found
}

const firstEndingAfter = (offset: number, pieces: readonly Piece[]): number => {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The paragraph at an offset, or the last before it with text, or else the first with text. */
const nearestParagraph = (offset: number, story: WordStory): Piece[] => {
  const {text, pieces} = story
  const at = firstEndingAfter(offset, pieces)
  const isHere = (pieces[at]?.start ?? text.length) < endOfLine(offset, text)
  const chosen = isHere ? pieces[at] : (pieces[at - 1] ?? pieces[at])
  if (!chosen) return []
  const start = text.lastIndexOf('\n', chosen.start - 1) + 1
  return piecesIn(chosen.start === 0 ? 0 : start, endOfLine(chosen.start, text), story)
}

const endOfLine = (offset: number, text: string): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** Where the part of a piece from an offset on begins. */
export const before = (piece: Piece, offset: number): Point => {
  const {run, node, anchor, start, offsets} = piece
  if (anchor) return {run: anchor, at: contentsOf(anchor)[0]!.start}
  const at = offsets && offset > start ? offsets[offset - start]! : node.start
  return {run, at}
}

/** Where the part of a piece up to an offset ends. */
export const after = (piece: Piece, offset: number): Point => {
  const {run, node, anchor, start, end, offsets} = piece
  if (anchor) return {run: anchor, at: contentsOf(anchor).at(-1)!.end}
  return {run, at: offsets && offset < end ? offsets[offset - start]! : node.end}
}

/** What a run holds, without what is said of its look. */
export const contentsOf = (run: XmlElement): XmlElement[] =>
  childrenOf(run).filter(({name}) => name !== 'w:rPr')
