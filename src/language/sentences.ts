import type {Span} from '../posting/types.ts'
import lists from './abbreviations.yml'

const split = (list: string): Set<string> => new Set(list.split(/\s+/u))

const {never, tails, numeric, either, letterAfter, months} = Object.fromEntries(
  Object.entries(lists as Record<string, string>).map(([name, list]) => [name, split(list)]),
) as Record<'never' | 'tails' | 'numeric' | 'either' | 'letterAfter' | 'months', Set<string>>

/** An unknown abbreviation is short; a longer word before a full stop and a digit ends its sentence. */
const longestAbbreviation = 3

const stop = /(?<![.!?…])([.!?…]+)(["»”’)\]]*)\s+(?=\S)/gu
const opening = /^["«“‘([–-]+\s?/u
const endings = [...tails]
const isDigit = (text: string): boolean => /^\d/u.test(text)
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)
const isLower = (text: string): boolean => /^\p{Ll}/u.test(text)

const numberGoesOn = (isFirst: boolean, next: string): boolean =>
  isFirst || isLower(next) || months.has(next.toLowerCase().replace(/[.,]$/u, ''))

const letterGoesOn = (before: string, next: string): boolean =>
  isLower(next) || isDigit(next) || !(letterAfter.has(before) || isDigit(before))

/** True when the sentence goes on after a word with a full stop. */
const goesOn = (before: string, word: string, next: string): boolean => {
  if (never.has(word) || endings.some((tail) => word.endsWith(tail))) return true
  if (numeric.has(word)) return isDigit(next) || isLower(next)
  if (either.has(word)) return !isCapital(next)
  if (/^\d{1,4}$/u.test(word)) return numberGoesOn(before === '', next)
  if (/^\p{L}$/u.test(word)) return letterGoesOn(before, next)
  if (/^\p{L}{1,4}(?:\.\p{L}{1,4})+$/u.test(word)) return true
  return isLower(next) || (isDigit(next) && word.length <= longestAbbreviation)
}

/** Words are looked at so far at most, since no abbreviation is longer. */
const reach = 60

const isSpace = (text: string, at: number): boolean => /\s/u.test(text[at]!)

/** Where the word that ends at `end` begins. */
const wordStart = (text: string, end: number): number => {
  let start = end
  while (start > 0 && end - start < reach && !isSpace(text, start - 1)) start--
  return start
}

const lastWords = (text: string, end: number): [before: string, word: string] => {
  const start = wordStart(text, end)
  let beforeEnd = start
  while (beforeEnd > 0 && isSpace(text, beforeEnd - 1)) beforeEnd--
  const before = text.slice(wordStart(text, beforeEnd), beforeEnd).toLowerCase()
  return [before.replace(/[.,:;]$/u, ''), text.slice(start, end).toLowerCase().replace(opening, '')]
}

const nextWord = (text: string, start: number): string =>
  /^\S*/u.exec(text.slice(start, start + reach).replace(opening, ''))![0]

/**
 * The places of the sentences of one block, as Norwegian parts them: after abbreviations (tlf., bl.a.), dates and
 * ordinals a sentence goes on; after "osv." and the like a capital starts a new one. Line breaks in a block are
 * white space like any other. The block step has parted headings, list items and labels before.
 */
export const sentenceSpans = (block: string): Span[] => {
  const spans: Span[] = []
  let start = block.length - block.trimStart().length
  stop.lastIndex = 0
  for (let match = stop.exec(block); match; match = stop.exec(block)) {
    const [all, mark, closing] = match
    const next = match.index + all.length
    if (isLower(block[next]!)) continue
    if (!isBoundary(block, match.index, {mark: mark!, closed: closing !== '', next: nextWord(block, next)}))
      continue
    spans.push({start, end: match.index + mark!.length + closing!.length})
    start = next
  }
  const end = block.trimEnd().length
  if (start < end) spans.push({start, end})
  return spans
}

interface Stop {
  mark: string
  /** A quotation mark or bracket stands after it. */
  closed: boolean
  next: string
}

const isBoundary = (text: string, at: number, {mark, closed, next}: Stop): boolean => {
  if (next === '') return false
  if (mark !== '.' || closed) return !isLower(next)
  return !goesOn(...lastWords(text, at), next)
}
