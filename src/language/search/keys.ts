import {compile} from '../../vocabulary/pattern.ts'
import type {Node} from './node.ts'
import {PatternError, parsePattern} from './pattern.ts'

/** What a word is like: `ung` the word, `ung*` its beginning, `*loven` its end, `#2` a number of two digits. */
export type Key = string

/** A way to an expression: a word that it begins with, or a rarer one that it holds. */
export interface Way {
  /** Each match has one of these words; of a way by the first word, each match that begins with one of these. */
  keys: readonly Key[]
  /** A match begins with that word, and not before it. */
  first: boolean
  /** What the first and the second word of a match begin with: a bit for each letter or digit, by `initialOf`. */
  initials: readonly [first: number, second: number]
  /** A match has at most so many words. */
  reach: number
  /** Each match also has a word of each of these. */
  needs: readonly (readonly Key[])[]
}

/** The bit of a letter or digit; some share one. */
export const initialOf = (text: string, at: number): number => 1 << (text.charCodeAt(at) & 31)

/** Also where there is no such word. */
export const anyInitial = ~0

const digits = [...'0123456789'].reduce((bits, digit) => bits | initialOf(digit, 0), 0)
const letterOrDigit = compile('[\\p{L}\\p{Nd}]')

/** What the first word can begin with that begins in these nodes, or after them. */
const initialsAt = ([head, ...rest]: readonly Node[]): number => {
  switch (head?.type) {
    case 'text': {
      const at = head.value.search(letterOrDigit)
      return at < 0 ? initialsAt(rest) : initialOf(head.value, at)
    }
    case 'digits':
      return digits
    case 'space':
    case 'dash':
      return initialsAt(rest)
    case 'group':
      return head.alternatives.reduce((bits, nodes) => bits | initialsAt([...nodes, ...rest]), 0)
    default:
      return anyInitial
  }
}

/** The key of a word, and what the next word of a match can begin with. */
interface Start {
  key: Key
  next: number
}

const firstLetters = compile('^\\p{L}*')
const firstWord = compile('^(?:\\p{Nd}+|\\p{L}*)')

/** The words that can stand where the nodes begin, or undefined where these do not tell. */
const startsAt = (nodes: readonly Node[], prefix = ''): Start[] | undefined => {
  const [head, ...rest] = nodes
  const whole = (): Start[] | undefined => (prefix ? [{key: prefix, next: initialsAt(nodes)}] : undefined)
  switch (head?.type) {
    case 'group':
      return joined(head.alternatives.map((alternative) => startsAt([...alternative, ...rest], prefix)))
    case 'text': {
      const first = (prefix ? firstLetters : firstWord).exec(head.value)![0]
      if (first === head.value) return startsAt(rest, prefix + first)
      if (!prefix && !first) return undefined
      const left = head.value.slice(first.length)
      return [{key: prefix + first, next: initialsAt([{type: 'text', value: left}, ...rest])}]
    }
    case 'letters':
      if (prefix) return [{key: `${prefix}*`, next: initialsAfterLetters(rest)}]
      return rest[0]?.type === 'text'
        ? [{key: `*${rest[0].value}`, next: initialsAfterLetters(rest.slice(1))}]
        : undefined
    case 'digits':
      return prefix ? whole() : numberKeys(head).map((key) => ({key, next: initialsAt(rest)}))
    case 'space':
      return prefix ? whole() : startsAt(rest)
    case 'dash':
      return head.optional && prefix ? joined([whole(), startsAt(rest, prefix)]) : whole()
    default:
      return whole()
  }
}

/** Letters may go on in the next node, but not past a space. */
const initialsAfterLetters = (rest: readonly Node[]): number =>
  rest[0]?.type === 'space' ? initialsAt(rest) : anyInitial

const numberKeys = ({shortest, longest}: Extract<Node, {type: 'digits'}>): Key[] =>
  Array.from({length: longest - shortest + 1}, (_, more) => `#${shortest + more}`)

const joined = (parts: readonly (Start[] | undefined)[]): Start[] | undefined =>
  parts.includes(undefined) ? undefined : (parts as Start[][]).flat()

const keysAt = (nodes: readonly Node[]): Key[] | undefined => {
  const starts = startsAt(nodes)
  return starts && [...new Set(starts.map(({key}) => key))]
}

/** A word begins after these nodes, if letters follow. */
const isBorder = (nodes: readonly Node[]): boolean => {
  const [last, before] = [nodes.at(-1), nodes.slice(0, -1)]
  switch (last?.type) {
    case 'text':
      return !letterOrDigit.test(last.value.at(-1)!)
    case 'letters':
      return false
    case 'dash':
      return !last.optional || isBorder(before)
    case 'group':
      return last.alternatives.every((alternative) => isBorder([...before, ...alternative]))
    default:
      return true
  }
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
  if (key.startsWith('#')) return 40
  if (key.startsWith('*')) return key.length < 5 ? frequencyOfCommon : 3
  if (!key.endsWith('*')) return common.has(key) || key.length < 2 ? frequencyOfCommon : 2
  const text = key.slice(0, -1)
  return common.all.some((word) => word.startsWith(text)) ? frequencyOfCommon : 30 / text.length
}

const costOfKeys = (keys: readonly Key[], common: CommonWords): number =>
  [...new Set(keys)].reduce((sum, key) => sum + frequencyOf(key, common), 0)

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

/** The rarest words that a match must have, by the place of the nodes at which they may stand. */
const rareKeys = (nodes: readonly Node[], common: CommonWords): Key[][] => {
  const costOf = (keys: readonly Key[]): number => costOfKeys(keys, common)
  const cheapest = (all: readonly (Key[] | undefined)[]): Key[] | undefined =>
    all
      .filter((keys) => keys?.every((key) => !key.startsWith('*')))
      .toSorted((one, other) => costOf(one!) - costOf(other!))[0]
  /** From a place on where a word begins: one of each alternative. */
  const keysFrom = ([head, ...rest]: readonly Node[]): Key[] | undefined => {
    if (head?.type !== 'group') return keysAt(head ? [head, ...rest] : [])
    const parts = head.alternatives.map((inner) =>
      inner.length === 0
        ? keysAt(rest)
        : cheapest(borders(inner).map((i) => keysAt([...inner.slice(i), ...rest]))),
    )
    return parts.includes(undefined) ? undefined : [...new Set((parts as Key[][]).flat())]
  }
  return borders(nodes)
    .map((i) => cheapest([keysFrom(nodes.slice(i))]))
    .filter((keys) => keys !== undefined && costOf(keys) < frequencyOfCommon) as Key[][]
}

/** Ways by the first word, parted by what the second one begins with. */
const firstWays = (starts: readonly Start[], reach: number): Way[] => {
  const nextOf = new Map<Key, number>()
  for (const {key, next} of starts) nextOf.set(key, (nextOf.get(key) ?? 0) | next)
  return [...new Set(nextOf.values())].map((second) => ({
    keys: [...nextOf].filter(([, next]) => next === second).map(([key]) => key),
    first: true,
    initials: [anyInitial, second],
    reach,
    needs: [],
  }))
}

/**
 * The ways to an expression: by the words that it can begin with, or by rarer ones that it must hold.
 * Throws an `Error` when it is not well formed, or begins with neither a word nor a number.
 */
export const waysTo = (pattern: string, common: CommonWords): Way[] => {
  const {nodes} = parsePattern(pattern)
  const starts = startsAt(nodes)
  if (!starts) throw new PatternError(pattern, 'start')
  const costOf = (keys: readonly Key[]): number => costOfKeys(keys, common)
  const reach = wordsPerPart * (mostSpaces(nodes) + 1)
  const [rarest, ...needs] = rareKeys(nodes, common).toSorted((one, other) => costOf(one) - costOf(other))
  if (!rarest || costOf(rarest) * costOfInner >= costOf(starts.map(({key}) => key)))
    return firstWays(starts, reach)
  const second = starts.reduce((bits, {next}) => bits | next, 0)
  return [{keys: rarest, first: false, initials: [initialsAt(nodes), second], reach, needs}]
}
