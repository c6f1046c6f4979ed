import type {Span} from '../../posting/types.ts'
import {type Literals, literalsOf} from '../../vocabulary/literals.ts'
import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {mostMatches} from './words.ts'

/** Expressions for whole words that are looked for in texts in lower case. */
export interface Expressions {
  test(lower: string): boolean
  /** The first match, and of those that begin there the longest. */
  first(lower: string): Span | undefined
  /** The matches in order, none within another, at most `mostMatches`. */
  all(lower: string): Span[]
}

/**
 * Expressions of which most never come: each is compiled when a text holds what every match of it holds. To
 * compile a whole vocabulary takes longer than to read an ad.
 *
 * @param sources of regular expressions in lower case
 */
export const expressions = (sources: readonly string[]): Expressions => {
  let searches: Search[] | undefined
  const ready = (): Search[] => {
    searches ??= sources.map(searchFor)
    return searches
  }
  return {
    test: (lower) => ready().some((search) => search(lower, 0) !== undefined),
    first: (lower) =>
      ready().reduce<Span | undefined>((best, search) => earlier(best, search(lower, 0)), undefined),
    all: (lower) => allOf(ready(), lower),
  }
}

/** The first match at or after a place. */
type Search = (lower: string, from: number) => Span | undefined

const earlier = (a: Span | undefined, b: Span | undefined): Span | undefined => {
  if (!a || !b) return a ?? b
  return b.start < a.start || (b.start === a.start && b.end > a.end) ? b : a
}

const allOf = (searches: readonly Search[], lower: string): Span[] => {
  const open: {search: Search; match: Span | undefined}[] = []
  for (const search of searches) {
    const match = search(lower, 0)
    if (match) open.push({search, match})
  }
  const found: Span[] = []
  while (found.length < mostMatches) {
    const best = open.reduce<Span | undefined>((first, {match}) => earlier(first, match), undefined)
    if (!best) break
    found.push(best)
    for (const each of open) {
      if (each.match && each.match.start < best.end) each.match = each.search(lower, best.end)
    }
  }
  return found
}

const searchFor = (source: string): Search => {
  if (isPlain.test(source)) return (lower, from) => findWord(lower, source, from)
  const hint = hintOf(source)
  let needed: Literals[] | undefined
  let pattern: RegExp | undefined
  return (lower, from) => {
    if (hint && !lower.includes(hint, from)) return
    if (!hint || !pattern) {
      needed ??= literalsOf(source).slice(0, mostNeeded)
      for (const literals of needed) if (!holdsOne(lower, literals, from)) return
      pattern ??= compile(wholeWord(source), 'g')
    }
    pattern.lastIndex = from
    const match = pattern.exec(lower)
    return match ? {start: match.index, end: pattern.lastIndex} : undefined
  }
}

const holdsOne = (lower: string, literals: Literals, from: number): boolean => {
  for (const literal of literals) if (lower.includes(literal, from)) return true
  return false
}

/** To look for more texts of one expression costs more than it spares. */
const mostNeeded = 2
const isPlain = /^[^\\^$.*+?{}()[\]|]+$/

/** A word or phrase as it is, which needs no expression. */
const findWord = (lower: string, word: string, from: number): Span | undefined => {
  for (let start = lower.indexOf(word, from); start >= 0; start = lower.indexOf(word, start + 1)) {
    const end = start + word.length
    if (!isWordPart(lower[start - 1]) && !isWordPart(lower[end])) return {start, end}
  }
  return
}

const wordPart = compile('[\\p{L}\\p{N}]')

const isWordPart = (char: string | undefined): boolean => char !== undefined && wordPart.test(char)

const group = String.raw`\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)`
const quantifier = String.raw`(?:[?*+]|\{[\d,]*\})`
const notPlain = new RegExp(
  String.raw`\\p\{L[ul]?\}${quantifier}?|\\.${quantifier}?|${group}${quantifier}?|\[[^\]]*\]${quantifier}?|.(?:[?*]|\{[\d,]*\})|[.^$+]`,
  'g',
)

/** The longest text outside groups, which every match holds: had at once, where `literalsOf` reads the whole. */
const hintOf = (source: string): string | undefined => {
  const plain = source.replace(notPlain, '\n')
  if (plain.includes('|')) return
  const longest = plain.split('\n').reduce((a, b) => (b.length > a.length ? b : a))
  return longest.length > 1 ? longest : undefined
}
