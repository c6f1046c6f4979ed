import {isDate} from '../../src/calendar/index.ts'

/** A day as people write it, `31.01.2027` or `31. 1. 2027`, or as an ISO date. */
export const readDay = (text: string): string | undefined => {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim()) ?? []
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim()
  return isDate(iso) ? iso : undefined
}
