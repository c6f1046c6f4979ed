import data from './calendar.yml'

type Named = Record<'nb' | 'nn' | 'en', string>

const {weekdays, holidays} = data as {
  weekdays: Record<'nb' | 'nn' | 'en', string[]>[]
  holidays: (Named & {date?: string; easter?: number})[]
}

const dayLength = 86_400_000
const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Whether a text is a day of the calendar, written as YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  )
}

/** Days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / dayLength

/** The ISO date so many months later; the last day of the month where that month is shorter. */
export const monthsAfter = (iso: string, months: number): string => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** The weekday of an ISO date, 0 for Sunday. */
export const weekdayOf = (iso: string): number => new Date(timeOf(iso)).getUTCDay()

export const weekdayName = (weekday: number, language: 'nb' | 'nn' | 'en'): string =>
  weekdays[weekday]![language][0]!

/** The weekday that a word in any of the languages names, 0 for Sunday. */
export const weekdayNamed = (word: string): number | undefined => {
  const wanted = word.toLowerCase()
  const found = weekdays.findIndex((names) =>
    Object.values(names).some((forms) => forms.some((form) => form.toLowerCase() === wanted)),
  )
  return found < 0 ? undefined : found
}

/** What keeps an ISO date from being a working day: the name of the holiday, or of the weekend day. */
export const dayOff = (iso: string, language: 'nb' | 'nn' | 'en'): string | undefined => {
  const holiday = holidays.find((day) => dateOf(day, Number(iso.slice(0, 4))) === iso)
  if (holiday) return holiday[language]
  const weekday = weekdayOf(iso)
  return weekday === 0 || weekday === 6 ? weekdayName(weekday, language) : undefined
}

const dateOf = ({date, easter}: {date?: string; easter?: number}, year: number): string =>
  date === undefined ? isoOf(easterSunday(year) + easter! * dayLength) : `${year}-${date}`

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
const easterSunday = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return Date.UTC(year, month - 1, day)
}
