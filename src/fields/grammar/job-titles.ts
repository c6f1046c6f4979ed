import type {Span} from '../../posting/types.ts'
import titleData from '../../vocabulary/job-titles.yml'
import {compile, matchesIn} from '../../vocabulary/pattern.ts'
import {anyOf} from './words.ts'

interface TitleVocabulary {
  tails: string
  englishTails: string
  wholeTitles: string
  notRoles: string
  inflections: string
  modifiers: string[]
  fillers: string[]
  stops: string[]
  tailLeads: string[]
  conjunctions: string[]
  generic: string[]
}

const data = titleData as TitleVocabulary
const sets = {
  whole: new Set(data.wholeTitles.split(' ')),
  notRoles: new Set(data.notRoles.split(' ')),
  modifiers: new Set(data.modifiers),
  fillers: new Set(data.fillers),
  stops: new Set(data.stops),
  leads: new Set(data.tailLeads),
  conjunctions: new Set(data.conjunctions),
}
const generic = compile(`^${anyOf(data.generic)}$`)
const definite = /(?:en|a|n)$/u

/** Letters at the end of a word by which tails are looked up; no tail is shorter. */
const keyLength = 3

const byEnding = (tails: readonly string[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const tail of tails) {
    const key = tail.slice(-keyLength)
    const group = groups.get(key)
    if (group) group.push(tail)
    else groups.set(key, [tail])
  }
  return groups
}

const inflections = data.inflections.split(' ')
const englishTails = byEnding(data.englishTails.split(' '))
const tails = byEnding(data.tails.split(' '))

const endsIn = (stem: string, groups: Map<string, string[]>): boolean =>
  groups.get(stem.slice(-keyLength))?.some((tail) => stem.endsWith(tail)) ?? false

const isStemOfRole = (stem: string): boolean =>
  sets.whole.has(stem) || (!sets.notRoles.has(stem) && (endsIn(stem, tails) || endsIn(stem, englishTails)))

const isInflectedRole = (word: string): boolean =>
  isStemOfRole(word) ||
  inflections.some((ending) => word.endsWith(ending) && isStemOfRole(word.slice(0, -ending.length)))

const isEnglishRole = (word: string): boolean => endsIn(word.replace(/s$/, ''), englishTails)

/** Most words from where a title is looked for to its noun, and after the noun. */
const farthest = 8
const longestTail = 6

interface Word extends Span {
  word: string
  lower: string
  /** A mark after the word: "," or a mark that ends the clause. */
  mark: string
}

/** A job title with its place in the text that was searched. */
export interface FoundTitle extends Span {
  /** The noun is one that names a job. */
  isRole: boolean
  isPlural: boolean
}

/** Whether a word in lower case names a job: "helsefagarbeider", "rektor", "vernepleier/miljøterapeut". */
export const isRole = (word: string): boolean =>
  word.split('/').some((part) => part.length >= keyLength && isInflectedRole(part) && !generic.test(part))

/**
 * Reads the title that begins at a place, after words such as "en ny og dyktig": the noun with what belongs
 * to it before ("pedagogisk leder") and after ("fagansvarlig for drift").
 *
 * @param anyNoun also a title whose noun is not known, when it stands at the place itself
 */
export const readTitle = (text: string, at: number, anyNoun = false): FoundTitle | undefined => {
  const words = wordsFrom(text, at)
  const known = headOf(words)
  const head = known ?? (anyNoun ? firstContent(words) : undefined)
  if (head === undefined) return
  const first = known === undefined ? head : withModifiers(words, head)
  const last = endOf(words, head)
  return {
    start: words[first]!.start,
    end: words[last]!.end,
    isRole: known !== undefined,
    isPlural: !isStemOfRole(words[head]!.lower) && !definite.test(words[head]!.lower),
  }
}

const longestPassage = 220
const mostTokens = farthest + longestTail + 4

const wordsFrom = (text: string, at: number): Word[] => {
  const words: Word[] = []
  for (const {0: token, index} of matchesIn(text.slice(at, at + longestPassage), /\S+/g, mostTokens)) {
    const lead = leadMarks.exec(token)![0].length
    const word = token.slice(lead).replace(endMarks, '')
    if (word === '') continue
    const mark = (token.startsWith('(') ? '(' : '') + token.slice(lead + word.length)
    const start = at + index + lead
    words.push({word, lower: word.toLowerCase(), mark, start, end: start + word.length})
  }
  return words
}

const leadMarks = /^[«"“'(*]*/
const endMarks = /(?:\([\s\S]*|(?<![.,;:!?)»"”*])[.,;:!?)»"”*]+)$/

const isStop = ({lower}: Word): boolean => sets.stops.has(lower) || /^\d/u.test(lower)
const isFiller = ({lower}: Word): boolean => sets.fillers.has(lower)
const endsClause = ({mark}: Word): boolean => /[.;:!?)(]/u.test(mark)

const headOf = (words: readonly Word[]): number | undefined => {
  for (let i = 0; i < Math.min(words.length, farthest); i++) {
    const word = words[i]!
    if (isRole(word.lower)) return i
    if (generic.test(word.lower))
      return i > 0 && isInflectedRole(word.lower) && isModifier(words[i - 1]!) ? i : undefined
    const joins = i > 0 && sets.conjunctions.has(word.lower)
    if (isStop(word) && !isFiller(word) && !joins) return
    if (endsClause(word)) return
  }
  return
}

const firstContent = (words: readonly Word[]): number | undefined => {
  const i = words.findIndex((word) => !isFiller(word))
  const word = words[i]
  if (!word || isStop(word) || generic.test(word.lower)) return
  if (!/\p{L}{2}/u.test(word.lower) || /(?:es|ast)$/u.test(word.lower)) return
  return i
}

const withModifiers = (words: readonly Word[], head: number): number => {
  let first = head
  const isNamed = isEnglishRole(words[head]!.lower) && isCapital(words[head]!)
  while (first > 0 && (isModifier(words[first - 1]!) || (isNamed && isNamePart(words[first - 1]!)))) first--
  return first
}

const isCapital = ({word}: Word): boolean => /^\p{Lu}/u.test(word)

/** "Site" of "Site Supervisor" */
const isNamePart = (word: Word): boolean =>
  word.mark === '' && isCapital(word) && !isStop(word) && !isFiller(word)

const isModifier = ({word, lower, mark}: Word): boolean =>
  mark === '' && (sets.modifiers.has(lower) || /^\p{Lu}[\p{Lu}\d&/-]+$/u.test(word) || word.endsWith('/'))

const endOf = (words: readonly Word[], head: number): number => {
  let last = head
  let i = head
  while (i < words.length && i - head < longestTail) {
    if (words[i]!.mark !== '') return i
    last = i
    const next = step(words, i)
    if (next === undefined) return last
    i = next
  }
  return last
}

/** The next word that belongs to the title, or undefined at its end. */
const step = (words: readonly Word[], i: number): number | undefined => {
  const next = words[i + 1]
  if (!next || next.mark.startsWith('(')) return
  const {lower} = next
  if (lower.startsWith('/') && lower.length > 1) return i + 1
  if (sets.conjunctions.has(lower)) return joined(words, i)
  if (sets.leads.has(lower)) return isContent(words[i + 2]) ? i + 2 : undefined
  return isContent(next) && !isVerbLike(next) ? i + 1 : undefined
}

/** After "og", "eller" or "/" another title must follow, or a noun in a tail ("helse og velferd"). */
const joined = (words: readonly Word[], i: number): number | undefined => {
  const next = words.slice(i + 2, i + 4).findIndex(({lower}) => isRole(lower))
  if (next >= 0 && words.slice(i + 2, i + 2 + next).every((word) => isModifier(word))) return i + 2 + next
  return words[i + 2] && isContent(words[i + 2]) && !isRole(words[i]!.lower) ? i + 2 : undefined
}

const isVerbLike = ({word, lower}: Word): boolean => /^\p{Ll}+(?:er|ar|es|ast)$/u.test(word) && !isRole(lower)

const isContent = (word: Word | undefined): boolean =>
  word !== undefined && !isStop(word) && !isFiller(word) && /\p{L}/u.test(word.word)
