import {compile} from '../vocabulary/pattern.ts'
import type {Step} from './match.ts'
import {type Node, parsePattern} from './pattern.ts'

/** What a word is like: `ung` the word, `ung*` its beginning, `*loven` its end, `#` a number. */
export type Key = string

/** The words by which an expression is found in a sentence. */
export interface Keys {
  /** Each match has one of these words. */
  words: readonly Key[]
  /** A match begins with that word, and not before it. */
  first: boolean
  /** Each match also has a word of each of these. */
  needs: readonly (readonly Key[])[]
  /** What the first and the second word of a match begin with: a bit for each letter or digit, by `initialOf`. */
  initials: readonly [first: number, second: number]
  /** A match has at most so many words. */
  reach: number
}

/** The bit of a letter or digit; some share one. */
export const initialOf = (text: string, at: number): number => 1 << (text.charCodeAt(at) & 31)

/** Also where there is no such word. */
export const anyInitial = ~0

const digits = [...'0123456789'].reduce((bits, digit) => bits | initialOf(digit, 0), 0)
const letterOrDigit = /[\p{L}\p{Nd}]/u

const union = (steps: readonly Step[], bitsOf: (step: Step) => number): number =>
  steps.reduce((bits, step) => bits | bitsOf(step), 0)

/** What a word can begin with that begins at this step. */
const initialsAt = (step: Step): number => {
  if (step.type === 'text') return letterOrDigit.test(step.value[0]!) ? initialOf(step.value, 0) : anyInitial
  if (step.type === 'digits') return digits
  if (step.type === 'space') return initialsAt(step.next!)
  return step.alternatives.length > 0 ? union(step.alternatives, initialsAt) : anyInitial
}

/** A word is letters or digits: "b2" is two. */
type Kind = 'letters' | 'digits'

const kindOf = ({type, value}: Step): Kind | undefined => {
  if (type === 'letters' || type === 'digits') return type
  if (type === 'text' && /^\p{L}+$/u.test(value)) return 'letters'
  return type === 'text' && /^\p{Nd}+$/u.test(value) ? 'digits' : undefined
}

/** What the word after the one that this step is in can begin with; `before` is what that word is of so far. */
const initialsAfter = (step: Step, before?: Kind): number => {
  if (step.type === 'space') return initialsAt(step.next!)
  if (step.alternatives.length > 0) return union(step.alternatives, (inner) => initialsAfter(inner, before))
  const kind = kindOf(step)
  return kind && (before ?? kind) === kind ? initialsAfter(step.next!, kind) : anyInitial
}

const firstLetters = compile('^\\p{L}*')
const firstWord = compile('^(?:\\p{Nd}+|\\p{L}*)')

/** The words that can stand where the nodes begin, or undefined where these do not tell. */
const keysAt = (nodes: readonly Node[], prefix = ''): Key[] | undefined => {
  const [head, ...rest] = nodes
  const whole = (): Key[] | undefined => (prefix ? [prefix] : undefined)
  switch (head?.type) {
    case 'group':
      return joined(head.alternatives.map((alternative) => keysAt([...alternative, ...rest], prefix)))
    case 'text': {
      const first = (prefix ? firstLetters : firstWord).exec(head.value)![0]
      return keysAt(first === head.value ? rest : [], prefix + first)
    }
    case 'letters':
      if (prefix) return [`${prefix}*`]
      return rest[0]?.type === 'text' ? [`*${rest[0].value}`] : undefined
    case 'digits':
      return prefix ? whole() : ['#']
    case 'space':
      return prefix ? whole() : keysAt(rest)
    case 'dash':
      return head.optional && prefix ? joined([whole(), keysAt(rest, prefix)]) : whole()
    default:
      return whole()
  }
}

const joined = (parts: readonly (Key[] | undefined)[]): Key[] | undefined =>
  parts.includes(undefined) ? undefined : [...new Set((parts as Key[][]).flat())]

/** A word begins after these nodes. */
const isBorder = (nodes: readonly Node[]): boolean => {
  const last = nodes.at(-1)
  if (!last || last.type === 'space' || last.type === 'gap') return true
  if (last.type !== 'group') return false
  const before = nodes.slice(0, -1)
  return last.alternatives.every((alternative) => isBorder(alternative.length === 0 ? before : alternative))
}

/** Words that stand in many sentences, in lower case: a search by them would lead astray too often. */
export interface CommonWords {
  all: readonly string[]
  has(word: string): boolean
}

/** The words of a list parted by white space. */
export const commonWords = (list: string): CommonWords => {
  const all = list.trim().split(/\s+/u)
  const set = new Set(all)
  return {all, has: (word) => set.has(word)}
}

const frequencyOfCommon = 300

/** In how many of a thousand sentences a key is met, as a guess. */
const frequencyOf = (key: Key, common: CommonWords): number => {
  if (key === '#') return 100
  if (key.startsWith('*')) return key.length < 5 ? frequencyOfCommon : 3
  if (!key.endsWith('*')) return common.has(key) || key.length < 2 ? frequencyOfCommon : 2
  const text = key.slice(0, -1)
  return common.all.some((word) => word.startsWith(text)) ? frequencyOfCommon : 30 / text.length
}

/** What stands between two spaces may be more than one word (e-post, og/eller, B2), on an average not more than so many. */
const wordsPerPart = 3

/** How many spaces a match can have at the most. */
const mostSpaces = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => {
    if (node.type === 'group') return sum + Math.max(...node.alternatives.map(mostSpaces))
    if (node.type === 'gap') return sum + node.words
    return sum + (node.type === 'space' || node.type === 'dash' ? 1 : 0)
  }, 0)

/** Places in the nodes at which a word begins. */
const borders = (nodes: readonly Node[]): number[] =>
  nodes.flatMap((_, i) => (isBorder(nodes.slice(0, i)) ? [i] : []))

/** With a key farther in, a match is tried at each word of the sentence that may begin one. */
const costOfInner = 2

/**
 * The words by which an expression is found: those that it can begin with, or rarer ones that it must hold.
 * Throws an `Error` when it is not well formed, or begins with neither a word nor a number.
 */
export const keysOf = (pattern: string, common: CommonWords): Keys => {
  const costOf = (keys: readonly Key[]): number =>
    keys.reduce((sum, key) => sum + frequencyOf(key, common), 0)
  const cheapest = (all: readonly (Key[] | undefined)[]): Key[] | undefined =>
    all
      .filter((keys) => keys !== undefined)
      .filter((keys) => keys.every((key) => !key.startsWith('*')))
      .toSorted((one, other) => costOf(one) - costOf(other))[0]
  /** The rarest words that a match must have from a place on where a word begins: one of each alternative. */
  const keysFrom = ([head, ...rest]: readonly Node[]): Key[] | undefined =>
    head?.type === 'group'
      ? joined(
          head.alternatives.map((alternative) =>
            alternative.length === 0
              ? keysAt(rest)
              : cheapest(borders(alternative).map((i) => keysAt([...alternative.slice(i), ...rest]))),
          ),
        )
      : keysAt(head ? [head, ...rest] : [])

  const {nodes, step} = parsePattern(pattern)
  const first = keysAt(nodes)
  if (!first) throw new Error(`The expression «${pattern}» starts with neither a word nor a number`)
  const initials = [initialsAt(step), initialsAfter(step)] as const
  const reach = wordsPerPart * (mostSpaces(nodes) + 1)
  const rare = borders(nodes)
    .map((i) => cheapest([keysFrom(nodes.slice(i))]))
    .filter((keys) => keys !== undefined && costOf(keys) < frequencyOfCommon) as Key[][]
  const [rarest, ...needs] = rare.toSorted((one, other) => costOf(one) - costOf(other))
  return rarest && costOf(rarest) * costOfInner < costOf(first)
    ? {words: rarest, first: false, needs, initials, reach}
    : {words: first, first: true, needs: [], initials, reach}
}
