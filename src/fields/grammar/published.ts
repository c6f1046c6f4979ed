import type {Pair, Posting} from '../../posting/types.ts'
import {compile, inLowerCase} from '../../vocabulary/pattern.ts'
import {calendar, findDates} from './dates.ts'
import {anyOf} from './words.ts'

const published = compile(`^${anyOf(calendar.published)}(?!\\p{L})`)
const longestLine = 60

/**
 * The ISO date on which the ad says that it was published: in the front matter, after a word such as
 * "Publisert", or as a date alone on its line. Undefined when it says none.
 */
export const publishedOn = (posting: Posting): string | undefined => {
  const given = fullDate(posting.profile.publisert ?? '')
  if (given) return given
  const values = new Set(posting.pairs.filter(isOtherDate).map(({value}) => value.start))
  for (const {text, span} of posting.blocks) {
    if (text.length > longestLine) continue
    if (published.test(inLowerCase(text)) || (isDateAlone(text) && !values.has(span.start))) {
      const date = fullDate(text)
      if (date) return date
    }
  }
  return
}

const isOtherDate = ({field}: Pair): boolean => field === 'frist' || field === 'tiltredelse'

const never = (): string => '9999-12-31'

/** The first date of a text that has its year; ISO. */
export const fullDate = (text: string): string | undefined =>
  findDates(text, {from: never}).find(({value, årAntatt}) => value && !årAntatt)?.value ?? undefined

const isDateAlone = (text: string): boolean => {
  if (!/^\S{0,12} ?\d/.test(text)) return false
  const date = findDates(text, {from: never})[0]
  return date !== undefined && date.start === 0 && date.end >= text.length - 1
}

/** The day from which a date without a year is the next: that of publication, or else today. */
export const yearFrom = (posting: Posting, today: string): (() => string) => {
  let from: string | undefined
  return () => (from ??= publishedOn(posting) ?? today)
}
