import type {Span} from '../../posting/types.ts'
import type {FoundText} from './phones.ts'

const localUnit = /[\p{L}\p{N}._%+'’-]/u
const domainUnit = /[\p{L}\p{N}.-]/u
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
  for (const sign of text.matchAll(/ ?(?:@|\(at\)|\[at\]|\{at\}) ?/giu)) {
    const signEnd = sign.index + sign[0].length
    const start = localStart(text, sign.index, taken, found.at(-1)?.end ?? 0)
    const domain = domainOf(text.slice(signEnd, signEnd + longestDomain))
    if (start === sign.index || !domain) continue
    const local = text.slice(start, sign.index)
    found.push({value: `${local}@${domain}`, start, end: signEnd + domain.length})
  }
  return found
}

const localStart = (text: string, sign: number, taken: readonly Span[], from: number): number => {
  const phone = taken.findLast(({end}) => end <= sign)
  const least = Math.max(from, phone?.end ?? 0, sign - longestLocal)
  let start = sign
  while (start > least && localUnit.test(text[start - 1]!)) start--
  while (start < sign && !/[\p{L}\p{N}]/u.test(text[start]!)) start++
  return start
}

const domainOf = (text: string): string | undefined => {
  let end = 0
  while (end < text.length && domainUnit.test(text[end]!)) end++
  const labels = withoutGluedWord(text.slice(0, end).replace(/[.-]+$/, '')).split('.')
  const last = labels.at(-1)!
  return labels.length > 1 && labels.every(Boolean) && /^\p{L}{2,24}$/u.test(last) ? labels.join('.') : undefined
}

/** "lillevik.exampleSøk her" and "lillevik.example.Søk her" end before the capital. */
const withoutGluedWord = (domain: string): string => {
  const dot = domain.lastIndexOf('.')
  const tail = domain.slice(dot + 1)
  const glued = /\p{Lu}|\d/u.exec(tail)
  if (dot < 0 || !glued || !/^\p{Ll}/u.test(domain)) return domain
  return domain.slice(0, dot + 1 + glued.index).replace(/\.$/, '')
}
