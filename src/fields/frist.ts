import type {Posting, Span} from '../posting/types.ts'
import deadlineData from '../vocabulary/deadline.yml'
import {inLowerCase} from '../vocabulary/pattern.ts'
import {type FoundDate, findDates} from './grammar/dates.ts'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {yearFrom} from './grammar/published.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import type {Frist, Occurrence, Recogniser} from './types.ts'

interface Deadline {
  names: string[]
  weakNames: string[]
  application: string[]
  other: string[]
  words: Record<string, string[]>
  wordsBefore: string[]
  applyWhen: string[]
}

const deadline = deadlineData as Deadline
const name = expressions(deadline.names)
const weakName = expressions(deadline.weakNames)
const application = expressions(deadline.application)
const other = expressions(deadline.other)
const wordsBefore = expressions(deadline.wordsBefore)
const applyWhen = expressions(deadline.applyWhen)
const words = Object.entries(deadline.words).map(([label, patterns]) => ({
  label,
  pattern: expressions(patterns),
}))
const nameHint = /frist|deadline|closing|appl|siste/
const wordHint = /snar|løp|asap|as soon|immediately|rolling|continuous|ongoing|until/

/** How far behind its name the date may stand. */
const farthest = 60
const longestDate = 40

/** A weak name ("innen") is next to its date. */
const nearest = 12

type Found = Occurrence<Frist>
type From = () => string

export const frist: Recogniser<'frist'> = {
  name: 'frist',
  recognise(posting, {today}) {
    const from = yearFrom(posting, today)
    const labelled = posting.pairs
      .filter(({field}) => field === 'frist')
      .flatMap(({value}) => inValue(posting, value, from))
    const seen = new Set(labelled.map(({span}) => span.start))
    const sentences = sentencesWith(posting, 'frist')
    const told = sentences.flatMap((sentence) => inSentence(sentence, from))
    const found = [...labelled, ...told.filter(({span}) => !seen.has(span.start))]
    return found.length > 0 ? found : sentences.flatMap(whenToApply)
  },
}

/** What stands after a label: a date, or else a word such as "snarest". */
const inValue = (posting: Posting, {start, end}: Span, from: From): Found[] => {
  const value = firstLine(posting.text.slice(start, end)).slice(0, farthest + longestDate)
  const date = findDates(value, {from, short: true}).find((found) => found.start <= farthest)
  if (date) return [dated(date, start)]
  const word = firstWord(inLowerCase(value))
  return word && word.start <= farthest ? [worded(word, start)] : []
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!

const inSentence = (sentence: Sentence, from: From): Found[] => {
  if (nameHint.test(sentence.lower)) {
    const named = afterName(sentence, name, from)
    if (named.length > 0) return named
    const before = inWords(sentence, wordsBefore)
    if (before.length > 0) return before
  }
  const mayTell = /\d|utg[ao]ng|end of/.test(sentence.lower) && application.test(sentence.lower)
  return mayTell ? afterWeakName(sentence, from) : []
}

/** The date, or the word in its place, that follows the name of the deadline. */
const afterName = ({text, lower, span}: Sentence, pattern: Expressions, from: From): Found[] => {
  for (const {end: start} of pattern.all(lower)) {
    const rest = text.slice(start, start + farthest + longestDate)
    const date = findDates(rest, {from, short: true}).find((found) => found.start <= farthest)
    if (date && isDirect(rest.slice(0, date.start))) return [dated(date, span.start + start)]
    const word = firstWord(lower.slice(start, start + farthest))
    if (word && isDirect(rest.slice(0, word.start))) return [worded(word, span.start + start)]
  }
  return []
}

/** Nothing stands between that begins another fact. */
const isDirect = (between: string): boolean =>
  !other.test(inLowerCase(between)) && !/[!?]|\.\s+[A-ZÆØÅ]/.test(between)

/** "Søk innen 1. mai", unless the words before it speak of something else. */
const afterWeakName = ({text, lower, span}: Sentence, from: From): Found[] => {
  for (const {start: at, end: start} of weakName.all(lower)) {
    const date = findDates(text.slice(start, start + nearest + longestDate), {from})[0]
    const before = lower.slice(Math.max(0, at - farthest), at)
    if (date && date.start <= nearest && !other.test(before)) return [dated(date, span.start + start)]
  }
  return []
}

const whenToApply = (sentence: Sentence): Found[] =>
  wordHint.test(sentence.lower) ? inWords(sentence, applyWhen) : []

const inWords = ({lower, span}: Sentence, pattern: Expressions): Found[] => {
  const match = pattern.first(lower)
  const word = match && firstWord(lower.slice(match.start, match.end))
  return word ? [worded(word, span.start + match.start)] : []
}

interface FoundWord extends Span {
  label: string
}

/** The first word that stands in place of a date. */
const firstWord = (lower: string): FoundWord | undefined =>
  words
    .flatMap(({label, pattern}) => {
      const match = pattern.first(lower)
      return match ? [{label, ...match}] : []
    })
    .toSorted((a, b) => a.start - b.start)[0]

const worded = ({label, start, end}: FoundWord, offset: number): Found => ({
  value: {value: null, label},
  span: moved({start, end}, offset),
})

const dated = ({start, end, ...value}: FoundDate, offset: number): Found => ({
  value,
  span: moved({start, end}, offset),
})

const moved = ({start, end}: Span, by: number): Span => ({start: start + by, end: end + by})
