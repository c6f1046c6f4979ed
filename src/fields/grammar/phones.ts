import {type MetadataJson, parsePhoneNumberFromString} from 'libphonenumber-js/core'
import type {Span} from '../../posting/types.ts'
import contactData from '../../vocabulary/contact.yml'
import {compile, inLowerCase, matchesIn} from '../../vocabulary/pattern.ts'
import metadata from '../../vocabulary/phone-metadata.json'

/** Something found in a text, with its range there. */
export interface FoundText extends Span {
  value: string
}

const {phoneWords, notPhoneWords, notPhoneUnits} = contactData as Record<string, string[]>
const run = /(?<![\d@=&_#])(?:\( {0,1})?(?:(?:\+ ?|00)\d{1,3}\)?[ -]{0,2})?\d(?:[ .-]{0,2}\d)*/g
const before = (words: string[]): RegExp => compile(`(?<!\\p{L})(?:${words.join('|')})[ .:)(-]{0,4}$`)
const phoneBefore = before(phoneWords!)
const otherBefore = before(notPhoneWords!)
const unitAfter = compile(`^ ?(?:(?:${notPhoneUnits!.join('|')})(?!\\p{L})|,-)`)
const dateLike = /^(?:\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d ?- ?(?:19|20)\d\d)$/
const url = /(?:https?:\/\/|www\.)\S+/g

/** All numbers of eight digits from 2 on are possible; to look them up in the numbering plan takes long. */
const norwegian = /^(?:(?:\+|00)47)?(?<national>[2-9]\d{7})$/

/** National numbers have eight digits; five when a firm has one short number. */
const national = 8
const longestWord = 30

/**
 * The phone numbers of a text, in E.164: eight digits in any grouping, with or without a country code,
 * two of them with a slash or only a space between. Organisation numbers, amounts, dates and references
 * are none.
 */
export const findPhones = (text: string): FoundText[] => {
  const masked = inLowerCase(text).replace(url, (address) => ' '.repeat(address.length))
  return matchesIn(masked, run).flatMap((match) => numbersIn(masked, match[0], match.index))
}

const numbersIn = (text: string, digits: string, start: number): FoundText[] => {
  const end = start + digits.length
  const lead = text.slice(Math.max(0, start - longestWord), start)
  const after = text.slice(end, end + longestWord)
  if (dateLike.test(digits) || after.startsWith('@') || unitAfter.test(after)) return []
  if (otherBefore.test(lead)) return []
  if (/^\(? ?(?:\+|00)/.test(digits)) return oneNumber(digits, start)
  return nationalNumbers(digits, start, phoneBefore.test(lead))
}

const oneNumber = (written: string, start: number): FoundText[] => {
  const value = toE164(written)
  return value ? [{value, start, end: start + written.length}] : []
}

/** The groups of digits, taken together to numbers of eight. */
const nationalNumbers = (written: string, start: number, named: boolean): FoundText[] => {
  const groups = matchesIn(written, /\d+/g)
  const digits = groups.map(([group]) => group).join('')
  if (named && /^0\d{4}$/.test(digits)) return oneNumber(written, start)
  if (/^47[2-9]\d{7}$/.test(digits) && (named || groups[0]![0] === '47')) return oneNumber(written, start)
  const found: FoundText[] = []
  let first = 0
  let sum = 0
  for (const [i, group] of groups.entries()) {
    sum += group[0].length
    if (sum > national) break
    if (sum < national) continue
    const from = groups[first]!.index
    found.push(...oneNumber(written.slice(from, group.index + group[0].length), start + from))
    first = i + 1
    sum = 0
  }
  return found
}

const toE164 = (written: string): string | undefined => {
  const digits = written.replace(/[^\d+]/g, '')
  const inNorway = norwegian.exec(digits)?.groups?.national
  if (inNorway) return `+47${inNorway}`
  if (/^[01]\d{5,}$/.test(digits) && !digits.startsWith('00')) return
  const parsed = parsePhoneNumberFromString(
    digits,
    {defaultCountry: 'NO', extract: false},
    metadata as unknown as MetadataJson,
  )
  if (parsed) return parsed.isPossible() ? parsed.number : undefined
  return isFarAway(digits) ? digits.replace(/^00/, '+') : undefined
}

/** A number of a country whose numbering plan is not at hand. */
const isFarAway = (digits: string): boolean => /^(?:\+|00)[1-9]\d{8,13}$/.test(digits)
