import {compile} from '../../vocabulary/pattern.ts'
import {endOfMatch, linked, type Step, waysThrough} from './match.ts'
import type {Node} from './node.ts'

export interface Pattern {
  /** Where a match that begins at a place of a text in lower case ends; undefined when there is none. */
  endIn(text: string, at: number): number | undefined
}

/** What can be wrong with an expression. */
const faults = {
  open: 'has an open bracket',
  stray: 'has a stray bar or bracket',
  number: 'has a broken number',
  start: 'starts with neither a word nor a number',
  ways: 'can match in too many ways',
}

export class PatternError extends Error {
  constructor(
    pattern: string,
    readonly fault: keyof typeof faults,
  ) {
    super(`The expression «${pattern}» ${faults[fault]}`)
    this.name = 'PatternError'
  }
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

  read(): Node[] {
    const nodes: Node[] = []
    while (this.#at < this.#pattern.length) nodes.push(this.#next())
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
        return this.#fail('stray')
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
      if (char === undefined) return this.#fail('open')
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
      /^(?:(####)|#|<(\d+)-(\d+)>|~(\d+) )/u.exec(this.#pattern.slice(this.#at)) ?? this.#fail('number')
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

  #fail(fault: PatternError['fault']): never {
    throw new PatternError(this.#pattern, fault)
  }
}

/** How many ways a matcher may have to try at one place before it gives up. */
const mostWays = 100_000

const checked = (pattern: string, step: Step): Step => {
  if (waysThrough(step) <= mostWays) return step
  throw new PatternError(pattern, 'ways')
}

const plainWord = compile('^\\p{L}+$')

/** True for an expression that is one word without operators. */
export const isPlainWord = (pattern: string): boolean => plainWord.test(pattern.toLowerCase())

/** What an expression is made of, and the steps of a search for it. Throws an `Error` when it is not well formed. */
export const parsePattern = (pattern: string): {nodes: Node[]; step: Step} => {
  const nodes = new Reader(pattern).read()
  return {nodes, step: checked(pattern, linked(nodes))}
}

/** An expression that `parsePattern` accepts; it is parsed again when first searched for. */
export const readPattern = (pattern: string): Pattern => {
  let step: Step | undefined
  return {
    endIn(text, at) {
      step ??= linked(new Reader(pattern).read())
      return endOfMatch(step, text, at)
    },
  }
}
