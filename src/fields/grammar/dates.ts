import type {Span} from '../../posting/types.ts'
import calendarData from '../../vocabulary/calendar.yml'
import {compile, inLowerCase} from '../../vocabulary/pattern.ts'

interface Calendar {
  months: string[][]
  beforeDay: string[]
  weekdays: string[][]
  published: string[]
  partOfMonth: string[]
  seasons: string[]
}

export const calendar = calendarData as Calendar

/** A date as written, with its range in the text that was searched. */
export interface FoundDate extends Span {
  /** ISO, or null when no such day exists. */
  value: string | null
  årAntatt?: true
  ukedag?: string
  ugyldig?: true
}

export interface DateOptions {
  /** ISO date from which a date without a year is the next; asked for only when there is one. */
  from: () => string
  /** Also dates of two numbers ("3.5."), which elsewhere may be a number or a clock time. */
  short?: boolean
}

const monthOfName = new Map(calendar.months.flatMap((names, i) => names.map((name) => [name, i + 1])))
const beforeDay = new Set(calendar.beforeDay)
const weekdays = new Set(calendar.weekdays.flat())

const separator = ' ?[./-]{1,2} ?'
const yearAfterName = String.raw`(?:\.?,? ?(?<namedYear>\d{4})(?!\d)|,? '?(?<namedYearShort>[1-9]\d)(?=[,;)]|\.?(?:$|\s{0,9}\n)|\. ))?`

/** Names of months are words of so many letters; whether they are is looked up, which compiles sooner. */
const word = String.raw`\p{L}{3,9}(?!\p{L})`

const forms = {
  iso: String.raw`(?<isoYear>(?:19|20)\d\d)[-./](?<isoMonth>\d{1,2})[-./](?<isoDay>\d{1,2})(?!\d)`,
  numeric: String.raw`(?<day>\d{1,2})(?:${separator}(?<month>\d{1,2})${separator}(?<year>\d{4})|,(?<commaMonth>\d{1,2}),(?<commaYear>\d{4})| ?[./]{1,2} ?(?<shortMonth>\d{1,2}) ?[./-]{1,2} ?(?<shortYear>\d{2}))(?!\d|[./]\d)`,
  named: String.raw`(?<namedDay>\d{1,2})(?:\.|st|nd|rd|th|,)? {0,2}(?:of )?(?<name>${word})${yearAfterName}`,
  endOf: String.raw`(?:utgangen|utgongen|the end) (?:av|of) (?<endName>${word})(?:,? (?<endYear>\d{4})(?!\d))?`,
  short: String.raw`(?<bareDay>\d{1,2})[./](?<bareMonth>\d{1,2})\.?(?![\d%/]| ?(?:%|prosent))`,
}

const dayFirst = compile(String.raw`(?<!\d[.,/:]?)(?:${Object.values(forms).join('|')})`, 'g')
const monthFirst = compile(
  String.raw`(?<!\p{L})(?<firstName>${word})\.? (?<firstDay>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.:]\d| ?%)(?:,? (?<firstYear>\d{4})(?!\d))?`,
  'g',
)
const weekdayBefore = compile(String.raw`(?<!\p{L})(?<weekday>\p{L}{3,9})\.?,? {0,2}(?:den |the )?$`, '')
const weekdayAfter = compile(String.raw`^(?<lead> ?\()(?<weekday>\p{L}{3,9})\)`, '')
const clock = /(?:^|[ (])(?:kl|klokka|klokken|at)\.? ?$/
const hint = /\d|utg[ao]ngen|end of/
const farthestWeekday = 18

/**
 * The dates of a text in order: "23. februar 2024", "19.oktober", "02.10.2023", "24.11.17", "2019-06-24",
 * "May 3rd, 2027", "utgangen av mars", with a weekday before or in parentheses after. A day that does not exist
 * ("31.02.2027") is found and marked.
 */
export const findDates = (text: string, {from, short = false}: DateOptions): FoundDate[] => {
  const lower = inLowerCase(text)
  if (!hint.test(lower)) return []
  const matches = [...formsIn(lower, dayFirst), ...formsIn(lower, monthFirst)]
  const found: FoundDate[] = []
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const parts = match.groups as Parts
    if (match.index < (found.at(-1)?.end ?? 0)) continue
    if (parts.bareDay && (!short || isClock(lower, match.index))) continue
    const date = read(parts, from)
    if (date) found.push(withPlace(text, lower, match, date))
  }
  return found
}

/** The matches whose name is that of a month; after one that is not, the search goes on within it. */
const formsIn = (lower: string, pattern: RegExp): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(lower); match; match = pattern.exec(lower)) {
    const {name, endName = name, firstName} = match.groups as Parts
    const isMonth = endName ? monthOfName.has(endName) : !firstName || beforeDay.has(firstName)
    if (isMonth) found.push(match)
    else pattern.lastIndex = match.index + 1
  }
  return found
}

const isClock = (lower: string, at: number): boolean => clock.test(lower.slice(Math.max(0, at - 10), at))

type Parts = Record<string, string | undefined>
type DateValue = Pick<FoundDate, 'value' | 'årAntatt' | 'ugyldig'>

const read = (parts: Parts, from: () => string): DateValue | undefined => {
  const d = Number(parts.isoDay ?? parts.day ?? parts.namedDay ?? parts.firstDay ?? parts.bareDay)
  const m = monthOf(parts)
  const y = yearOf(parts)
  if (parts.endName) return endOfMonth(m, y, from)
  if (parts.bareDay && (d < 1 || d > 31 || m < 1 || m > 12)) return
  return y === undefined ? nextDate(m, d, from()) : dateValue(y, m, d)
}

const monthOf = (parts: Parts): number => {
  const name = parts.name ?? parts.firstName ?? parts.endName
  if (name) return monthOfName.get(name) as number
  return Number(parts.isoMonth ?? parts.month ?? parts.commaMonth ?? parts.shortMonth ?? parts.bareMonth)
}

const yearOf = (parts: Parts): number | undefined => {
  const long =
    parts.isoYear ?? parts.year ?? parts.commaYear ?? parts.namedYear ?? parts.firstYear ?? parts.endYear
  if (long) return Number(long)
  const short = parts.shortYear ?? parts.namedYearShort
  return short ? 2000 + Number(short) : undefined
}

const dateValue = (year: number, month: number, day: number): DateValue =>
  exists(year, month, day) ? {value: iso(year, month, day)} : {value: null, ugyldig: true}

/** "Innen utgangen av mars". */
const endOfMonth = (month: number, year: number | undefined, from: () => string): DateValue => {
  if (year !== undefined) return dateValue(year, month, lastDay(year, month))
  const first = Number(from().slice(0, 4))
  const next = iso(first, month, lastDay(first, month)) >= from() ? first : first + 1
  return {value: iso(next, month, lastDay(next, month)), årAntatt: true}
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Leap days come at most eight years apart. */
const longestWait = 8

const nextDate = (month: number, day: number, from: string): DateValue => {
  const first = Number(from.slice(0, 4))
  for (let year = first; year <= first + longestWait; year++) {
    if (exists(year, month, day) && iso(year, month, day) >= from) {
      return {value: iso(year, month, day), årAntatt: true}
    }
  }
  return {value: null, ugyldig: true}
}

const withPlace = (text: string, lower: string, match: RegExpExecArray, date: DateValue): FoundDate => {
  const start = match.index
  const end = start + match[0].length
  const before = weekdayBefore.exec(lower.slice(Math.max(0, start - farthestWeekday), start))
  if (before && weekdays.has(before.groups!.weekday!)) {
    const dayStart = start - before[0].length
    const ukedag = text.slice(dayStart, dayStart + before.groups!.weekday!.length)
    return {...date, ukedag, start: dayStart, end}
  }
  const after = weekdayAfter.exec(lower.slice(end, end + farthestWeekday))
  if (!after || !weekdays.has(after.groups!.weekday!)) return {...date, start, end}
  const dayStart = end + after.groups!.lead!.length
  const ukedag = text.slice(dayStart, dayStart + after.groups!.weekday!.length)
  return {...date, ukedag, start, end: end + after[0].length}
}
