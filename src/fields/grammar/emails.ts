import type {Span} from '../../posting/types.ts'
import {compile, matchesIn} from '../../vocabulary/pattern.ts'
import type {FoundText} from './phones.ts'

const localUnit = compile("[\\p{L}\\p{N}._%+'’-]")
const domainUnit = compile('[\\p{L}\\p{N}.-]')
const letterOrDigit = compile('[\\p{L}\\p{N}]')
const topLevel = compile('^\\p{L}{2,24}$')
const capitalOrDigit = compile('[\\p{Lu}\\d]')
const small = compile('^\\p{Ll}')
const sign = / ?(?:@|[([{][aA][tT][)\]}]) ?/g
const longestLocal = 64
const longestDomain = 120

/**
 * The e-mail addresses of a text, also with æøå, with a space around the sign or with "(at)" for it, and
 * with a word glued to the end.
 *
 * @param taken ranges that belong to something else, such as a phone number glued to the address
 */
export const findEmails = (text: string, taken: readonly Span[] = []): FoundText[] => {
  const found: FoundText[] = []
  for (const match of matchesIn(text, sign)) {
    const signEnd = match.index + match[0].length
    const start = localStart(text, match.index, taken, found.at(-1)?.end ?? 0)
    const domain = domainOf(text.slice(signEnd, signEnd + longestDomain))
    if (start === match.index || !domain) continue
    const local = text.slice(start, match.index)
    found.push({value: `${local}@${domain}`, start, end: signEnd + domain.length})
  }
  return found
}

const localStart = (text: string, sign: number, taken: readonly Span[], from: number): number => {
  const phone = taken.findLast(({end}) => end <= sign)
  const least = Math.max(from, phone?.end ?? 0, sign - longestLocal)
  let start = sign
  while (start > least && localUnit.test(text[start - 1]!)) start--
  while (start < sign && !letterOrDigit.test(text[start]!)) start++
  return start
}

const domainOf = (text: string): string | undefined => {
  let end = 0
  while (end < text.length && domainUnit.test(text[end]!)) end++
  const labels = withoutGluedWord(text.slice(0, end).replace(/(?<![.-])[.-]+$/, '')).split('.')
  const last = labels.at(-1)!
  return labels.length > 1 && labels.every(Boolean) && topLevel.test(last) ? labels.join('.') : undefined
}

/** "lillevik.exampleSøk her" and "lillevik.example.Søk her" end before the capital. */
const withoutGluedWord = (domain: string): string => {
  const dot = domain.lastIndexOf('.')
  const tail = domain.slice(dot + 1)
  const glued = capitalOrDigit.exec(tail)
  if (dot < 0 || !glued || !small.test(domain)) return domain
  return domain.slice(0, dot + 1 + glued.index).replace(/\.$/, '')
}
