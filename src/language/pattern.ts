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
type Node =
  | {type: 'text'; value: string}
  | {type: 'space'}
  | {type: 'dash'; optional: boolean}
  | {type: 'letters'}
  | {type: 'digits'; source: string}
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
  /** The expression for a match that begins at `lastIndex`; made when first asked for. */
  expression(): RegExp
}

const lexer =
  /(?<open>\[)|(?<close>\])|(?<bar>\|)|(?<letters>\*)|(?<digits>####|#)|<(?<from>\d+)-(?<to>\d+)>|~(?<gap>\d+) |(?<space> +)|(?<dash>[-–])|(?<text>[^[\]|*#<~ \-–]+)/gu

const longestWord = 60
const dashes = '[-‐‑–—]'

const range = (from: number, to: number): string =>
  Array.from({length: to - from + 1}, (_, step) => from + step).join('|')

const toNode = (groups: Record<string, string | undefined>): Node => {
  if (groups.letters) return {type: 'letters'}
  if (groups.digits)
    return {type: 'digits', source: groups.digits.length === 4 ? '\\p{Nd}{4}' : '\\p{Nd}{1,3}'}
  if (groups.from) return {type: 'digits', source: `(?:${range(Number(groups.from), Number(groups.to))})`}
  if (groups.gap) return {type: 'gap', words: Number(groups.gap)}
  if (groups.space) return {type: 'space'}
  if (groups.dash) return {type: 'dash', optional: groups.dash === '-'}
  return {type: 'text', value: groups.text ?? ''}
}

const loneDash = (nodes: Node[]): Node[] =>
  nodes.length === 1 && nodes[0]!.type === 'dash' ? [{type: 'dash', optional: false}] : nodes

const parse = (pattern: string): Node[] => {
  const top: Node[] = []
  const open: {alternatives: Node[][]; outer: Node[]}[] = []
  let current = top
  for (const {groups = {}} of pattern.matchAll(lexer)) {
    if (groups.open) {
      open.push({alternatives: [], outer: current})
      current = []
    } else if (groups.bar || groups.close) {
      const group = open.at(-1)
      if (!group) throw new Error(`Unbalanced brackets in the expression «${pattern}»`)
      group.alternatives.push(loneDash(current))
      current = []
      if (groups.close) {
        open.pop()
        group.outer.push({type: 'group', alternatives: group.alternatives})
        current = group.outer
      }
    } else current.push(toNode(groups))
  }
  if (open.length) throw new Error(`Unbalanced brackets in the expression «${pattern}»`)
  return top
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')

const sourceOf = (nodes: Node[]): string => nodes.map(nodeSource).join('')

const nodeSource = (node: Node): string => {
  switch (node.type) {
    case 'text':
      return escape(node.value)
    case 'space':
      return '\\s+'
    case 'dash':
      return node.optional ? `(?:\\s?${dashes}\\s?|\\s)?` : dashes
    case 'letters':
      return `\\p{L}{0,${longestWord}}`
    case 'digits':
      return `(?<!\\p{Nd})${node.source}(?!\\p{Nd})`
    case 'gap':
      return `(?:\\S{1,${longestWord}}\\s+){0,${node.words}}?`
    case 'group':
      return `(?:${node.alternatives.map(sourceOf).join('|')})`
  }
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
      const letters = /^[\p{L}\p{M}]*/u.exec(head.value)![0]
      const word = prefix + letters.toLowerCase()
      return letters === head.value ? startsOf(pattern, rest, word) : startsOf(pattern, [], word)
    }
    case 'letters':
      if (prefix) return [{kind: 'prefix', text: prefix}]
      if (rest[0]?.type === 'text') return [{kind: 'tail', text: rest[0].value.toLowerCase()}]
      return whole()
    case 'digits':
      return prefix ? whole() : [{kind: 'number'}]
    case 'space':
      return prefix ? whole() : startsOf(pattern, rest)
    default:
      return whole()
  }
}

const plainWord = /^\p{L}+$/u

/** True for an expression that is one word without operators. */
export const isPlainWord = (pattern: string): boolean => plainWord.test(pattern)

/** Reads an expression. Throws an `Error` that names it when it is not well formed. */
export const readPattern = (pattern: string): Pattern => {
  const nodes = parse(pattern)
  let compiled: RegExp | undefined
  return {
    starts: startsOf(pattern, nodes),
    expression() {
      compiled ??= new RegExp(`(?:${sourceOf(nodes)})(?![\\p{L}\\p{Nd}])`, 'iuy')
      return compiled
    },
  }
}
