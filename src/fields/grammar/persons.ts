import contactData from '../../vocabulary/contact.yml'
import {wholeWords} from './patterns.ts'
import type {FoundText} from './phones.ts'

const {roles, roleLeads, organisations, notNames, particles, placeWords, nameLeads} = contactData as Record<
  string,
  string[]
>
const whole = (patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'iu')
const role = whole(roles!)
const organisation = whole(organisations!)
const notName = new Set(notNames)
const placeBefore = new RegExp(`(?<!\\p{L})(?:${placeWords!.join('|')}) $`, 'iu')
const leadBefore = new RegExp(`(?:^|(?<!\\p{L})(?:${nameLeads!.join('|')})|[:–(/,]) ?$`, 'iu')
const roleText = wholeWords(roles!)
const roleLead = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${roleLeads!.join('|')}) ?|\\p{L}+- (?:og|and) ){1,3}$`, 'iu')

const word = String.raw`\p{Lu}(?:['’´]?\p{Ll}+|['’]\p{Lu}\p{Ll}+)(?:\p{Lu}\p{Ll}+)?(?:-\p{Lu}?\p{Ll}+){0,3}`
const inner = String.raw`(?:${word}|\p{Lu}\.?|${particles!.join('|')})(?![\p{L}\p{N}])`
const names = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._&-])${word}(?![\p{L}\p{N}@&])(?: {1,2}${inner}){0,7}(?!-?[\p{L}\p{N}@])`,
  'gu',
)
const longestRole = 90
const longestLead = 30

/** A name as written, with what stands before it that bears on whether it is a person's. */
export interface FoundName extends FoundText {
  /** One word only; a person's name where the place tells so. */
  single: boolean
  /** Begins the text, or follows a word such as "kontakt" or "eller", or a role. */
  led: boolean
}

/**
 * The names of persons in a text: two or more words with capitals, with particles, initials and hyphens;
 * roles, organisations and words that begin a sentence are cut off. Single words come too, marked.
 */
export const findNames = (text: string): FoundName[] =>
  [...text.matchAll(names)].flatMap((match) => {
    const words = wordsOf(match[0], match.index)
    const lead = text.slice(Math.max(0, match.index - longestLead), match.index)
    const kept = trimmed(words)
    const first = kept[0]
    if (!first) return []
    const cut = first.start > match.index
    if (!cut && placeBefore.test(lead)) return []
    const start = first.start
    const end = kept.at(-1)!.end
    const led = cut || leadBefore.test(lead) || endsWithRole(lead)
    return [{value: text.slice(start, end), start, end, single: kept.length === 1, led}]
  })

const wordsOf = (name: string, at: number): FoundText[] =>
  [...name.matchAll(/\S+/gu)].map((match) => {
    const start = at + match.index
    return {value: match[0], start, end: start + match[0].length}
  })

/** The words behind the last role, or before the first when nothing stands behind. */
const trimmed = (words: readonly FoundText[]): FoundText[] => {
  const isBreak = words.map(({value}) => role.test(value) || organisation.test(value))
  const last = isBreak.lastIndexOf(true)
  const behind = withoutEdges(words.slice(last + 1))
  if (last < 0 || behind.length > 0) return behind
  return withoutEdges(words.slice(0, isBreak.indexOf(true)))
}

const withoutEdges = (words: readonly FoundText[]): FoundText[] => {
  const isPart = ({value}: FoundText): boolean => !notName.has(value.toLowerCase())
  const first = words.findIndex(isPart)
  const last = words.findLastIndex(isPart)
  return first < 0 ? [] : words.slice(first, last + 1)
}

const endsWithRole = (lead: string): boolean => {
  const before = /([\p{L}-]+),? $/u.exec(lead)?.[1]
  return before !== undefined && isRole(before)
}

const isRole = (written: string): boolean => role.test(written) || role.test(written.split('-').at(-1)!)

/** The role that a text ends with ("ta kontakt med leder for stab i Lillevik, "), or undefined. */
export const roleBefore = (text: string): string | undefined => {
  const part = text.slice(-longestRole)
  const match = roleText.exec(part)
  if (!match) return
  const lead = roleLead.exec(part.slice(0, match.index))
  return cleaned(part.slice(lead?.index ?? match.index))
}

/** The role that follows a name (", leder for stab, "), up to the next comma or sign. */
export const roleAfter = (text: string): string | undefined => {
  const part = /^[ ,(–-]{1,4}([\p{L}][^,;:()|\d@]{0,89})/u.exec(text)?.[1]
  return part && roleText.test(part) ? cleaned(part) : undefined
}

const endOfRole =
  /(?:[\s,.:;(–/-]+(?:på|tlf|telefon|mobil|mob|tel|e-?post|mail|phone|eller|og|via)?){0,4}$/iu

const cleaned = (text: string): string | undefined => text.replace(endOfRole, '').trim() || undefined
