import type {Span} from '../../posting/types.ts'
import {inLowerCase, lazily, wholeWord} from '../../vocabulary/pattern.ts'
import startData from '../../vocabulary/start.yml'
import {calendar, type FoundDate, findDates} from './dates.ts'
import {expressions} from './expressions.ts'
import {anyOf} from './words.ts'

const months = calendar.months
  .flat()
  .filter((name) => name.length > 4 || /^(?:mai|may|mars|juni|july?|june)$/.test(name))
const {words, vague} = startData as {words: string[]; vague: string[]}

/** A month, or a part of the year, with what says how far into it ("medio august 2027"). */
const aboutMonth = lazily(
  wholeWord(
    anyOf([
      String.raw`(?:(?:${anyOf(calendar.partOfMonth)}) )?(?:månedsskiftet |månadsskiftet )?(?:${anyOf(months)})(?:[/-](?:${anyOf(months)}))?(?: \d{4})?`,
      String.raw`(?:(?:${anyOf(calendar.partOfMonth)}) )?(?:${anyOf(calendar.seasons)})(?: (?:våren|sommeren|sommaren|høsten|hausten))?(?: \d{4})?`,
    ]),
  ),
)
const timesOfYear = new Set([...months, ...calendar.seasons])
/** Whether a text names a month or a season. */
export const isTimeOfYear = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-zæøå]+/)
    .some((word) => timesOfYear.has(word))
const inOtherWords = expressions(words)
const isVague = new Set(vague)

/** When the work begins, with the range of the words. */
export interface FoundStart extends Span {
  /** ISO date, or the words ("august 2027", "etter avtale"). */
  value: string
  vag?: true
}

/**
 * The first start in a text: a date, a month or season, or words such as "etter avtale".
 *
 * @param from as for `findDates`
 */
export const findStart = (text: string, from: () => string): FoundStart | undefined => {
  const date = findDates(text, {from, short: true})[0]
  const lower = inLowerCase(text)
  const found = [
    date && dated(text, date),
    isTimeOfYear(lower) ? matched(text, rangeOf(aboutMonth().exec(lower))) : undefined,
    matched(text, inOtherWords.first(lower)),
  ]
  return found
    .filter((start) => start !== undefined)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)[0]
}

export const dated = (text: string, {value, start, end}: FoundDate): FoundStart => ({
  value: value ?? text.slice(start, end),
  start,
  end,
})

const matched = (text: string, range: Span | undefined): FoundStart | undefined =>
  range && inWords(text.slice(range.start, range.end), range.start)

const rangeOf = (match: RegExpExecArray | null): Span | undefined =>
  match ? {start: match.index, end: match.index + match[0].length} : undefined

/** A start told in words that begin at `start`. */
export const inWords = (value: string, start: number): FoundStart => ({
  value,
  start,
  end: start + value.length,
  ...(isVague.has(value.toLowerCase()) && {vag: true}),
})
