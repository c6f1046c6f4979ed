import type {Block, Span} from '../../posting/types.ts'
import abbreviationData from '../../vocabulary/abbreviations.yml'
import {inLowerCase} from '../../vocabulary/pattern.ts'

/** A sentence of a block; the span is a range of `Posting.text`. */
export interface Sentence {
  text: string
  /** The same text, letter by letter, in lower case. */
  lower: string
  span: Span
}

const abbreviations = new Set(abbreviationData as string[])
const sentenceEnd = /[.!?]+["»”)]?\s+(?=["«“(–-]{0,2}\s?[\p{Lu}\d])/gu
const longestAbbreviation = 12
const cache = new WeakMap<Block, Sentence[]>()

/**
 * The sentences of a block. A full stop after an abbreviation, a single letter or a day of the month
 * ends none. A heading or list item is one at the least.
 */
export const sentencesOf = (block: Block): Sentence[] => {
  const known = cache.get(block)
  if (known) return known
  const sentences = split(block)
  cache.set(block, sentences)
  return sentences
}

const split = ({text, span}: Block): Sentence[] => {
  const sentences: Sentence[] = []
  const lower = inLowerCase(text)
  let from = 0
  const add = (to: number): void => {
    if (to > from)
      sentences.push({
        text: text.slice(from, to),
        lower: lower.slice(from, to),
        span: {start: span.start + from, end: span.start + to},
      })
    from = to
  }
  for (const match of text.matchAll(sentenceEnd)) {
    if (!match[0].startsWith('.') || !isAbbreviated(text, match.index)) add(match.index + match[0].length)
  }
  add(text.length)
  return sentences
}

const isAbbreviated = (text: string, stop: number): boolean => {
  const word = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, stop - longestAbbreviation), stop))?.[0] ?? ''
  return abbreviations.has(word.toLowerCase()) || /^(?:\p{L}|\d{1,2}|.*nr)$/u.test(word)
}
