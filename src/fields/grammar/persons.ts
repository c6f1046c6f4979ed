import contactData from '../../vocabulary/contact.yml'
import {compile, inLowerCase, matchesIn} from '../../vocabulary/pattern.ts'
import {createWordSet} from '../../vocabulary/word-set.ts'
import type {FoundText} from './phones.ts'
import {anyOf} from './words.ts'

const {roles, roleLeads, organisations, notNames, particles, placeWords, nameLeads} = contactData as Record<
  string,
  string[]
>
const alone = (patterns: string[]): RegExp => compile(`^${anyOf(patterns)}$`)
const isRole = createWordSet(roles!)
const isOrganisation = createWordSet(organisations!)
const notName = new Set(notNames)
const placeBefore = compile(`(?<!\\p{L})${anyOf(placeWords!)} $`)
const leadBefore = compile(`(?:^|(?<!\\p{L})${anyOf(nameLeads!)}|[:–(/,|]) ?$`)
const roleLead = alone(roleLeads!)

const word = String.raw`\p{Lu}(?:['’´]?\p{Ll}+|['’]\p{Lu}\p{Ll}+)(?:\p{Lu}\p{Ll}+)?(?:-\p{Lu}?\p{Ll}+){0,3}`
const inner = String.raw`(?:${word}|\p{Lu}\.?|${particles!.join('|')})(?![\p{L}\p{N}])`
const names = compile(
  String.raw`(?<![\p{L}\p{N}@._&-])${word}(?![\p{L}\p{N}@&])(?: {1,2}${inner}){0,7}(?!-?[\p{L}\p{N}@])`,
  'g',
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
  matchesIn(text, names).flatMap((match) => {
    const words = wordsOf(match[0], match.index)
    const lead = inLowerCase(text.slice(Math.max(0, match.index - longestLead), match.index))
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
  matchesIn(name, /\S+/g).map((match) => {
    const start = at + match.index
    return {value: match[0], start, end: start + match[0].length}
  })

/** The words behind the last role, or before the first when nothing stands behind. */
const trimmed = (words: readonly FoundText[]): FoundText[] => {
  const isBreak = words.map(({value}) => isRoleOrPlace(value.toLowerCase()))
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

const isRoleOrPlace = (lower: string): boolean => isRole(lower) || isOrganisation(lower)

const lastWord = compile('[\\p{L}-]+(?=,? $)')

const endsWithRole = (lead: string): boolean => {
  const last = lastWord.exec(lead)?.[0]
  return last !== undefined && isRole(last.split('-').at(-1)!)
}

const letters = compile('[\\p{L}\\p{N}]+', 'g')

/** Where the first word that tells a role begins; -1 for none. */
const placeOfRole = (text: string): number => {
  for (const match of matchesIn(inLowerCase(text), letters)) if (isRole(match[0])) return match.index
  return -1
}

/** The role that a text ends with ("ta kontakt med leder for stab i Lillevik, "), or undefined. */
export const roleBefore = (text: string): string | undefined => {
  const part = text.slice(-longestRole).split(verb).at(-1)!
  const at = placeOfRole(part)
  return at < 0 ? undefined : cleaned(part.slice(leadStart(part, at)))
}

const verb = /(?<= )(?:er|is) /
const leadWords = compile('(?:[\\p{L}.&]+-? ?|\\p{L}+- (?:og|and) )$')

/** Where the words begin that belong to the role: "fung. ", "bygge- og ", "People & Culture ". */
const leadStart = (text: string, role: number): number => {
  let start = role
  for (;;) {
    const lead = leadWords.exec(text.slice(Math.max(0, start - longestLead), start))
    if (!lead || !belongs(lead[0].trim())) return start
    start -= lead[0].length
  }
}

const capital = compile('^\\p{Lu}')

const belongs = (lead: string): boolean =>
  roleLead.test(lead.toLowerCase()) ||
  /^&$|- (?:og|and)$/.test(lead) ||
  (capital.test(lead) && !notName.has(lead.toLowerCase()))

const behindName = compile('^(?<sign> ?[,(–-] ?| )(?<role>\\p{L}[^,;:()|@]{0,89})')

/**
 * The role that follows a name (", leder for stab, "), up to the next comma or sign.
 *
 * @param text what stands between the name and the next number or address
 */
export const roleAfter = (text: string): string | undefined => {
  const match = behindName.exec(text)
  if (!match) return
  const {sign, role} = match.groups as {sign: string; role: string}
  const at = placeOfRole(role)
  return at === 0 || (at > 0 && sign !== ' ') ? cleaned(role) : undefined
}

const endOfRole =
  /(?<![\s,.:;(–/-])(?:[\s,.:;(–/-]+(?:på|tlf|telefon|mobil|mob|tel|e-?post|mail|phone|eller|og|via)){0,4}[\s,.:;(–/-]*$/i

const cleaned = (text: string): string | undefined => text.replace(endOfRole, '').trim() || undefined
