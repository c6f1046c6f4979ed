import type {Span} from '../../posting/types.ts'
import titleData from '../../vocabulary/job-titles.yml'
import {anyOf} from './words.ts'

interface TitleVocabulary {
  tails: string[]
  modifiers: string[]
  fillers: string[]
  stops: string[]
  tailLeads: string[]
  conjunctions: string[]
  generic: string[]
}

const data = titleData as TitleVocabulary
const sets = {
  modifiers: new Set(data.modifiers),
  fillers: new Set(data.fillers),
  stops: new Set(data.stops),
  leads: new Set(data.tailLeads),
  conjunctions: new Set(data.conjunctions),
}
const inflection = '(?:e|en|ene|ne|er|ar|ane|n|r|a|ere|erne|s|es)?'
const role = new RegExp(`${anyOf(data.tails)}${inflection}$`, 'iu')
const generic = new RegExp(`^${anyOf(data.generic)}$`, 'iu')
const bareRole = new RegExp(`${anyOf(data.tails)}$`, 'iu')
const definite = /(?:en|a|n)$/iu

/** Most words from where a title is looked for to its noun, and after the noun. */
const farthest = 8
const longestTail = 6

interface Word extends Span {
  word: string
  /** A mark after the word: "," or a mark that ends the clause. */
  mark: string
}

/** A job title with its place in the text that was searched. */
export interface FoundTitle extends Span {
  /** The noun is one that names a job. */
  isRole: boolean
  isPlural: boolean
}

/** Whether a word names a job: "helsefagarbeider", "rektor", "vernepleier/miljøterapeut". */
export const isRole = (word: string): boolean =>
  !generic.test(word) && word.split('/').some((part) => role.test(part) && !generic.test(part))

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
    isPlural: !bareRole.test(words[head]!.word) && !definite.test(words[head]!.word),
  }
}

const wordsFrom = (text: string, at: number): Word[] =>
  [...text.slice(at, at + 220).matchAll(/\S+/gu)].slice(0, farthest + longestTail + 6).flatMap((match) => {
    const lead = /^[«"“'(*]*/u.exec(match[0])![0].length
    const bare = match[0].slice(lead).replace(/(?:\(.*|[.,;:!?)»"”*]+)$/u, '')
    const mark = match[0].slice(lead + bare.length)
    const start = at + match.index + lead
    return bare === ''
      ? []
      : [
          {
            word: bare,
            mark: lead > 0 && match[0].startsWith('(') ? `(${mark}` : mark,
            start,
            end: start + bare.length,
          },
        ]
  })

const isStop = ({word}: Word): boolean => sets.stops.has(word.toLowerCase()) || /^\d/u.test(word)
const isFiller = ({word}: Word): boolean => sets.fillers.has(word.toLowerCase())
const endsClause = ({mark}: Word): boolean => /[.;:!?)(]/u.test(mark)

const headOf = (words: readonly Word[]): number | undefined => {
  for (let i = 0; i < Math.min(words.length, farthest); i++) {
    const word = words[i]!
    if (isRole(word.word)) return i
    if (generic.test(word.word))
      return i > 0 && role.test(word.word) && isModifier(words[i - 1]!) ? i : undefined
    const joins = i > 0 && sets.conjunctions.has(word.word.toLowerCase())
    if (isStop(word) && !isFiller(word) && !joins) return
    if (endsClause(word)) return
  }
  return
}

const firstContent = (words: readonly Word[]): number | undefined => {
  const i = words.findIndex((word) => !isFiller(word))
  const word = words[i]
  if (!word || isStop(word) || generic.test(word.word) || /(?:er|ar|es|ast)$/iu.test(word.word)) return
  return i
}

const withModifiers = (words: readonly Word[], head: number): number => {
  let first = head
  while (first > 0 && isModifier(words[first - 1]!)) first--
  return first
}

const isModifier = ({word, mark}: Word): boolean =>
  mark === '' &&
  (sets.modifiers.has(word.toLowerCase()) || /^\p{Lu}[\p{Lu}\d&/-]+$/u.test(word) || word.endsWith('/'))

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
  const word = next.word.toLowerCase()
  if (word.startsWith('/') && word.length > 1) return i + 1
  if (sets.conjunctions.has(word)) return joined(words, i)
  if (sets.leads.has(word)) return isContent(words[i + 2]) ? i + 2 : undefined
  return isContent(next) && !isVerbLike(next.word) ? i + 1 : undefined
}

/** After "og", "eller" or "/" another title must follow, or a noun in a tail ("helse og velferd"). */
const joined = (words: readonly Word[], i: number): number | undefined => {
  const next = words.slice(i + 2, i + 4).findIndex(({word}) => isRole(word))
  if (next >= 0 && words.slice(i + 2, i + 2 + next).every((word) => isModifier(word))) return i + 2 + next
  return words[i + 2] && isContent(words[i + 2]) && !isRole(words[i]!.word) ? i + 2 : undefined
}

const isVerbLike = (word: string): boolean => /^\p{Ll}+(?:er|ar|es|ast)$/u.test(word) && !isRole(word)

const isContent = (word: Word | undefined): boolean =>
  word !== undefined && !isStop(word) && !isFiller(word) && /\p{L}/u.test(word.word)
