import type {Nodes} from 'mdast'
import type {Span} from '../types.ts'
import {findComments, type Range} from '../waivers.ts'
import {parse} from './parse.ts'
import {rangeOf} from './range-of.ts'

/** Where the comments of a Markdown file are. */
export const markdownComments = (source: string): readonly Range[] =>
  findComments(source, source.includes('<!--') && mayHaveCode.test(source) ? endOfCode(source) : undefined)

const mayHaveCode = /[`~]/

/** What stands between grave accents, or between lines of them; indented text is text. */
const endOfCode = (source: string): ((offset: number) => number | undefined) => {
  const code = [...parse(source)].flatMap((node) => codeIn(node, source))
  let next = 0
  return (offset) => {
    while (next < code.length && code[next]!.end <= offset) next++
    const {start = offset, end} = code[next] ?? {}
    return start <= offset ? end : undefined
  }
}

const codeIn = (node: Nodes, source: string): Span[] => {
  if ('children' in node) return node.children.flatMap((child) => codeIn(child, source))
  const isCode =
    node.type === 'inlineCode' || (node.type === 'code' && /[`~]/.test(source[rangeOf(node).start]!))
  return isCode ? [rangeOf(node)] : []
}
