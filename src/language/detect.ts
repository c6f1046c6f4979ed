import type {Language} from '../posting/types.ts'
import markers from './markers.yml'

type Marked = 'nb' | 'nn' | 'en' | 'norsk' | 'other'

/** Points; `norsk` for what bokmål and nynorsk share, `other` for Danish or Swedish. */
export type Scores = Record<Marked, number>

export interface Detection {
  language: Language
  scores: Scores
  /** Number of words that the text has. */
  words: number
  /** How far ahead the winner is: 0 (a draw) towards 1 (many signs, none of another language). */
  margin: number
}

interface Markers {
  words: Record<Marked, string>
  endings: Record<'nb' | 'nn' | 'en', string>
}

const weightOfWord = 2
const weightOfEnding = 1
const longestEnding = 5
const shortestStem = 3

/** Points that stand for what the text has not shown, so that a single mark is no clear lead. */
const doubt = 2

/** A block with a language of its own has at least this many words … */
const ownLanguageWords = 20
/** … and its winner is this far ahead. */
const ownLanguageMargin = 0.5

const split = (list: string): string[] => list.split(/\s+/u)

const index = <Name extends string>(lists: Record<Name, string>): Map<string, Name> =>
  new Map(
    (Object.entries(lists) as [Name, string][]).flatMap(([name, list]) =>
      split(list).map((word): [string, Name] => [word, name]),
    ),
  )

const {words, endings} = markers as Markers
const markedWords = index(words)
const markedEndings = index(endings)

const endingOf = (word: string): 'nb' | 'nn' | 'en' | undefined => {
  for (let length = Math.min(longestEnding, word.length - shortestStem); length > 1; length--) {
    const language = markedEndings.get(word.slice(-length))
    if (language) return language
  }
  return undefined
}

const addWord = (scores: Scores, word: string): void => {
  const marked = markedWords.get(word)
  if (marked) {
    scores[marked] += weightOfWord
    return
  }
  const ending = endingOf(word)
  if (ending) scores[ending] += weightOfEnding
}

interface Count {
  scores: Scores
  words: number
}

const nothing = (): Count => ({scores: {nb: 0, nn: 0, en: 0, norsk: 0, other: 0}, words: 0})

const count = (text: string): Count => {
  const {scores} = nothing()
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const word of found) addWord(scores, word)
  return {scores, words: found.length}
}

const sum = (counts: readonly Count[]): Count => {
  const total = nothing()
  for (const {scores, words} of counts) {
    for (const key of Object.keys(scores) as Marked[]) total.scores[key] += scores[key]
    total.words += words
  }
  return total
}

const lead = (winner: number, ...others: number[]): number =>
  Math.max(0, winner - Math.max(...others)) / (winner + doubt)

const decide = ({scores, words}: Count): Detection => {
  const {nb, nn, en, norsk, other} = scores
  const own = Math.max(nb, nn)
  const norwegian = own + norsk
  if (en > norwegian) return {language: 'en', scores, words, margin: lead(en, norwegian)}
  if (norwegian === 0 || other > own)
    return {language: 'unknown', scores, words, margin: lead(other, own, en)}
  const margin = Math.min(lead(own, Math.min(nb, nn)), lead(norwegian, en, other))
  return {language: nn > nb ? 'nn' : 'nb', scores, words, margin}
}

/**
 * Tells bokmål, nynorsk and English apart by marker words and word endings. The text is NFC.
 * Norwegian without a mark of either form is bokmål, the more common one;
 * a text without any marks, and one that is Danish or Swedish, is unknown.
 */
export const detectLanguage = (text: string): Detection => decide(count(text))

/**
 * The language of a document and of each of its blocks. A long block with a clear winner has its own language,
 * any other has that of the document.
 */
export const assignLanguages = (texts: readonly string[]): {document: Language; blocks: Language[]} => {
  const counts = texts.map(count)
  const document = decide(sum(counts)).language
  const blocks = counts.map((counted) => {
    const own = decide(counted)
    const clear =
      own.words >= ownLanguageWords && own.margin >= ownLanguageMargin && own.language !== 'unknown'
    return clear ? own.language : document
  })
  return {document, blocks}
}
