import type {Root} from 'nlcst'
import retextLatin from 'retext-latin'
import {unified} from 'unified'
import type {Span} from '../posting/types.ts'
import retextSentences from './retext-sentences.ts'

const processor = unified().use(retextLatin).use(retextSentences).freeze()

/** Longer text is taken in pieces, since the time to parse and to search a sentence grows faster than its length. */
const longestPiece = 4000

const innerMark = /[.!?…]["»”’)\]]*\s+\S/u

const spansIn = (piece: string, start: number): Span[] => {
  const root = processor.parse(piece) as Root
  return root.children.flatMap((paragraph) =>
    paragraph.type === 'ParagraphNode'
      ? paragraph.children
          .filter(({type}) => type === 'SentenceNode')
          .map(({position}) => ({start: start + position!.start.offset!, end: start + position!.end.offset!}))
      : [],
  )
}

/** A long text is cut after a sentence, else after a word. */
const pieceEnd = (text: string, start: number): number => {
  const limit = start + longestPiece
  if (text.length <= limit) return text.length
  const cuts = [text.lastIndexOf('. ', limit) + 1, text.lastIndexOf(' ', limit)]
  return cuts.find((cut) => cut > start) ?? limit
}

const trimmed = (piece: string, start: number): Span[] =>
  piece.trim()
    ? [{start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length}]
    : []

/**
 * The places of the sentences of one block. Line breaks in a block are white space like any other.
 * The block step has parted headings, list items and labels before.
 */
export const sentenceSpans = (block: string): Span[] => {
  const text = block.replace(/\s/gu, ' ')
  const spans: Span[] = []
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start)
    const piece = text.slice(start, end)
    spans.push(...(innerMark.test(piece) ? spansIn(piece, start) : trimmed(piece, start)))
    start = end
  }
  return spans
}
