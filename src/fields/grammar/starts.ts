import type {Span} from '../../posting/types.ts'
import {compile, inLowerCase, wholeWord} from '../../vocabulary/pattern.ts'
import startData from '../../vocabulary/start.yml'
import {calendar, type FoundDate, findDates} from './dates.ts'
import {anyOf} from './words.ts'

const month = anyOf(
  calendar.months
    .flat()
    .filter((name) => name.length > 4 || /^(?:mai|may|mars|juni|juli|june|july)$/.test(name)),
)
const part = anyOf(calendar.partOfMonth)
const season = anyOf(calendar.seasons)
const {words, vague} = startData as {words: string[]; vague: string[]}

const aboutMonth = compile(
  wholeWord(
    anyOf([
      String.raw`(?:(?:${part}) )?(?:månedsskiftet |månadsskiftet )?(?:${month})(?:[/-](?:${month}))?(?: \d{4})?`,
      String.raw`(?:(?:${part}) )?(?:${season})(?: \d{4})?`,
    ]),
  ),
)
const wordPattern = compile(wholeWord(anyOf(words)))
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
    matched(text, aboutMonth.exec(lower)),
    matched(text, wordPattern.exec(lower)),
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

const matched = (text: string, match: RegExpExecArray | null): FoundStart | undefined =>
  match ? inWords(text.slice(match.index, match.index + match[0].length), match.index) : undefined

/** A start told in words that begin at `start`. */
export const inWords = (value: string, start: number): FoundStart => ({
  value,
  start,
  end: start + value.length,
  ...(isVague.has(value.toLowerCase()) && {vag: true}),
})
