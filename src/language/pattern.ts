import {compile} from '../vocabulary/pattern.ts'
import {endOfMatch, linked, longestWord, type Step} from './match.ts'

/**
 * The small language that expressions are written in:
 *
 * - a space is any white space, also a line break
 * - `[a|b]` is one of the alternatives, of which one may be empty
 * - `*` is any letters, also none; `#` one to three digits; `####` four; `<16-69>` a number in that range
 * - `~3 ` is up to three words
 * - `-` is a hyphen, a dash, a space or nothing; alone between bars it is a hyphen or dash
 *
 * All else stands for itself, in any letter case. An expression is whole words and starts with a word or a number.
 */
export type Node =
  | {type: 'text'; value: string}
  | {type: 'space'}
  | {type: 'dash'; optional: boolean}
  | {type: 'letters'}
  | {type: 'digits'; min: number; max: number; shortest: number; longest: number}
  | {type: 'gap'; words: number}
  | {type: 'group'; alternatives: Node[][]}

/** What the first word of a match is like. */
export type Start =
  | {kind: 'word'; text: string}
  | {kind: 'prefix'; text: string}
  | {kind: 'tail'; text: string}
  | {kind: 'number'}

export interface Pattern {
  starts: Start[]
  /** Where a match that begins at a place of a text in lower case ends; undefined when there is none. */
  endIn(text: string, at: number): number | undefined
}

const operators = new Set('[]|*#<~ -–')

const loneDash = (nodes: Node[]): Node[] =>
  nodes.length === 1 && nodes[0]!.type === 'dash' ? [{type: 'dash', optional: false}] : nodes

/** Reads an expression from left to right. */
class Reader {
  #at = 0
  readonly #pattern: string

  constructor(pattern: string) {
    this.#pattern = pattern.toLowerCase()
  }

  /** All of it, or the part before the first space that stands outside brackets. */
  read(all: boolean): Node[] {
    const nodes: Node[] = []
    while (this.#at < this.#pattern.length) {
      const node = this.#next()
      nodes.push(node)
      if (!all && node.type === 'space' && nodes.length > 1) break
    }
    return nodes
  }

  #next(): Node {
    const char = this.#pattern[this.#at]!
    switch (char) {
      case '[':
        return this.#group()
      case '*':
        this.#at++
        return {type: 'letters'}
      case ' ':
        this.#at++
        return {type: 'space'}
      case '-':
      case '–':
        this.#at++
        return {type: 'dash', optional: char === '-'}
      case '#':
      case '<':
      case '~':
        return this.#number()
      case '|':
      case ']':
        return this.#fail('has a stray bar or bracket')
      default:
        return this.#text()
    }
  }

  #group(): Node {
    this.#at++
    const alternatives: Node[][] = []
    let current: Node[] = []
    for (;;) {
      const char = this.#pattern[this.#at]
      if (char === undefined) return this.#fail('has an open bracket')
      if (char !== '|' && char !== ']') {
        current.push(this.#next())
        continue
      }
      this.#at++
      alternatives.push(loneDash(current))
      current = []
      if (char === ']') return {type: 'group', alternatives}
    }
  }

  #number(): Node {
    const [all, year, from, to, words] =
      /^(?:(####)|#|<(\d+)-(\d+)>|~(\d+) )/u.exec(this.#pattern.slice(this.#at)) ??
      this.#fail('has a broken number')
    this.#at += all.length
    if (words) return {type: 'gap', words: Number(words)}
    if (from)
      return {type: 'digits', min: Number(from), max: Number(to), shortest: from.length, longest: to!.length}
    const length = year ? {shortest: 4, longest: 4} : {shortest: 1, longest: 3}
    return {type: 'digits', min: 0, max: Number.POSITIVE_INFINITY, ...length}
  }

  #text(): Node {
    const start = this.#at
    while (this.#at < this.#pattern.length && !operators.has(this.#pattern[this.#at]!)) this.#at++
    return {type: 'text', value: this.#pattern.slice(start, this.#at)}
  }

  #fail(what: string): never {
    throw new Error(`The expression «${this.#pattern}» ${what}`)
  }
}

/** How many ways a matcher may have to try at one place before it gives up. */
const mostWays = 1_000_000

const waysOf = (nodes: Node[]): number => nodes.reduce((ways, node) => ways * waysOfNode(node), 1)

const waysOfNode = (node: Node): number => {
  if (node.type === 'group') return node.alternatives.reduce((sum, nodes) => sum + waysOf(nodes), 0)
  if (node.type === 'gap') return node.words + 1
  return node.type === 'letters' ? longestWord : 1
}

const checkWays = (pattern: string, nodes: Node[]): Node[] => {
  if (waysOf(nodes) <= mostWays) return nodes
  throw new Error(`The expression «${pattern}» can match in too many ways`)
}

const startsOf = (pattern: string, nodes: Node[], prefix = ''): Start[] => {
  const [head, ...rest] = nodes
  const whole = (): Start[] => {
    if (prefix) return [{kind: 'word', text: prefix}]
    throw new Error(`The expression «${pattern}» starts with neither a word nor a number`)
  }
  switch (head?.type) {
    case 'group':
      return head.alternatives.flatMap((alternative) => startsOf(pattern, [...alternative, ...rest], prefix))
    case 'text': {
      const first = (prefix ? firstLetters : firstWord).exec(head.value)![0]
      return startsOf(pattern, first === head.value ? rest : [], prefix + first)
    }
    case 'letters':
      if (prefix) return [{kind: 'prefix', text: prefix}]
      if (rest[0]?.type === 'text') return [{kind: 'tail', text: rest[0].value}]
      return whole()
    case 'digits':
      return prefix ? whole() : [{kind: 'number'}]
    case 'space':
      return prefix ? whole() : startsOf(pattern, rest)
    case 'dash':
      return head.optional && prefix ? [...whole(), ...startsOf(pattern, rest, prefix)] : whole()
    default:
      return whole()
  }
}

const plainWord = compile('^\\p{L}+$')
const plainHead = compile('^(\\p{L}+) ')
const firstLetters = compile('^\\p{L}*')
const firstWord = compile('^(?:\\p{Nd}+|\\p{L}*)')

/** True for an expression that is one word without operators. */
export const isPlainWord = (pattern: string): boolean => plainWord.test(pattern.toLowerCase())

/** Reads an expression. Throws an `Error` that names it when it is not well formed, at once or when first used. */
export const readPattern = (pattern: string): Pattern => {
  let step: Step | undefined
  const head = plainHead.exec(pattern.toLowerCase())?.[1]
  return {
    starts: head
      ? [{kind: 'word', text: head}]
      : startsOf(pattern, checkWays(pattern, new Reader(pattern).read(false))),
    endIn(text, at) {
      step ??= linked(checkWays(pattern, new Reader(pattern).read(true)))
      return endOfMatch(step, text, at)
    },
  }
}
