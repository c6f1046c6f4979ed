import type {Block, Posting, Span} from '../posting/types.ts'
import deadlineData from '../vocabulary/deadline.yml'
import {type FoundDate, findDates} from './grammar/dates.ts'
import {wholeWords} from './grammar/patterns.ts'
import {yearFrom} from './grammar/published.ts'
import {sentencesOf} from './grammar/sentences.ts'
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
const name = wholeWords(deadline.names, 'giu')
const weakName = wholeWords(deadline.weakNames, 'giu')
const application = wholeWords(deadline.application)
const other = wholeWords(deadline.other)
const wordsBefore = wholeWords(deadline.wordsBefore)
const applyWhen = wholeWords(deadline.applyWhen)
const words = Object.entries(deadline.words).map(([label, patterns]) => ({
  label,
  pattern: wholeWords(patterns),
}))
const keyword =
  /frist|innen|innan|senest|seinast|søk|deadline|closing|appl|(?<!\p{L})(?:før|by|before|within)(?!\p{L})/iu

/** How far behind its name the date may stand. */
const farthest = 60

type Found = Occurrence<Frist>
type From = () => string

export const frist: Recogniser<'frist'> = {
  name: 'frist',
  recognise(posting, {today}) {
    const from = yearFrom(posting, today)
    const labelled = posting.pairs
      .filter(({field}) => field === 'frist')
      .flatMap(({value}) => inValue(posting, value, from))
    const told = posting.blocks
      .filter(({text}) => keyword.test(text))
      .flatMap((block) => inProse(block, from))
      .filter(({span}) =>
        labelled.every((seen) => seen.span.end <= span.start || seen.span.start >= span.end),
      )
    const found = [...labelled, ...told]
    return found.length > 0 ? found : posting.blocks.flatMap(whenToApply)
  },
}

/** What stands after a label: a date, or else a word such as "snarest". */
const inValue = (posting: Posting, {start, end}: Span, from: From): Found[] => {
  const value = firstLine(posting.text.slice(start, end))
  const date = findDates(value, {from, short: true}).find((found) => found.start <= farthest)
  if (date) return [dated(date, start)]
  const word = firstWord(value)
  return word && word.start <= farthest ? [{value: word.value, span: moved(word, start)}] : []
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!

const inProse = (block: Block, from: From): Found[] =>
  sentencesOf(block).flatMap(({text, span}) => {
    const named = afterName(text, span.start, [...text.matchAll(name)], from, true)
    if (named.length > 0) return named
    const before = namedBefore(text, span.start)
    if (before.length > 0) return before
    if (!application.test(text)) return []
    return afterName(text, span.start, [...text.matchAll(weakName)], from, false)
  })

/** The date, or the word in its place, that follows the name of the deadline. */
const afterName = (
  text: string,
  offset: number,
  names: readonly RegExpMatchArray[],
  from: From,
  strong: boolean,
): Found[] => {
  for (const match of names) {
    const start = match.index! + match[0].length
    const rest = text.slice(start, start + farthest)
    const date = findDates(text.slice(start), {from, short: strong}).find((found) => found.start <= farthest)
    const between = date ? rest.slice(0, date.start) : ''
    if (date && isDirect(between, strong) && !aboutOther(text, match.index!, strong)) {
      return [dated(date, offset + start)]
    }
    const word = strong ? firstWord(rest) : undefined
    if (word && isDirect(rest.slice(0, word.start), strong)) {
      return [{value: word.value, span: moved(word, offset + start)}]
    }
  }
  return []
}

/** Nothing stands between that begins another fact; a weak name must be next to its date. */
const isDirect = (between: string, strong: boolean): boolean =>
  strong ? !other.test(between) && !/[!?]|\.\s+\p{Lu}/u.test(between) : between.length <= 12

/** "… innen 1. mai" tells when to apply unless the words before it speak of something else. */
const aboutOther = (text: string, at: number, strong: boolean): boolean =>
  !strong && other.test(text.slice(Math.max(0, at - farthest), at))

const namedBefore = (text: string, offset: number): Found[] => {
  const match = wordsBefore.exec(text)
  return match ? wordFound(match, offset) : []
}

const whenToApply = ({text, span}: Block): Found[] => {
  const match = keyword.test(text) ? applyWhen.exec(text) : null
  return match ? wordFound(match, span.start) : []
}

const wordFound = (match: RegExpExecArray, offset: number): Found[] => {
  const word = firstWord(match[0])
  return word ? [{value: word.value, span: moved(word, offset + match.index)}] : []
}

/** The first word that stands in place of a date. */
const firstWord = (text: string): (Span & {value: Frist & {label: string}}) | undefined =>
  words
    .flatMap(({label, pattern}) => {
      const match = pattern.exec(text)
      if (!match) return []
      return [{value: {value: null, label}, start: match.index, end: match.index + match[0].length}]
    })
    .toSorted((a, b) => a.start - b.start)[0]

const dated = ({start, end, ...value}: FoundDate, offset: number): Found => ({
  value,
  span: moved({start, end}, offset),
})

const moved = ({start, end}: Span, by: number): Span => ({start: start + by, end: end + by})
