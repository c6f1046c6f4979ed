import type {Nodes, RootContent} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {type Piece, piecesOf, type Size} from './pieces.ts'

const parser = unified().use(remarkParse).freeze()
const parserOfFirst = parser().use(remarkFrontmatter, ['yaml']).freeze()

/** The blocks of a Markdown file in order. */
export function* parse(source: string, size?: Size): Generator<RootContent> {
  for (const piece of piecesOf(withFewBrackets(source), size)) {
    const {children} = (piece.offset === 0 ? parserOfFirst : parser).parse(piece.text)
    if (piece.offset > 0) for (const node of children) move(node, piece)
    yield* children
  }
}

const move = (node: Nodes, piece: Piece): void => {
  for (const point of [node.position!.start, node.position!.end]) {
    point.offset! += piece.offset
    point.line += piece.lines
  }
  if ('children' in node) for (const child of node.children) move(child, piece)
}

/** A paragraph with more of them is no text, and the parser takes the square of the time for it. */
const mostBrackets = 1000

/** Where a paragraph holds thousands of square brackets they are round ones, so that they make no links. */
const withFewBrackets = (source: string): string =>
  source
    .split(/(\n[ \t\r]*\n)/)
    .map((part) =>
      part.split('[', mostBrackets + 1).length > mostBrackets ? part.replaceAll('[', '(') : part,
    )
    .join('')
