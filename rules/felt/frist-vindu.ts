import {dayOff, daysBetween} from '../../src/calendar/index.ts'
import type {Check, Hit} from '../../src/engine/types.ts'
import {publishedOn} from '../../src/fields/grammar/published.ts'

/** From the day of publication, or else today, there is time to apply, and the last day is a working day. */
export const check: Check = ({fields, posting, options, today, lang}) => {
  const frist = fields.frist.find(({value}) => value.value !== null && !value.ugyldig)
  if (!frist) return []
  const {span} = frist
  const date = frist.value.value!
  if (date < today) return [{message: 'passert', span}]
  const days = daysBetween(publishedOn(posting) ?? today, date)
  const least = options.minsteDager as number
  const off = dayOff(date, lang)
  const short: Hit[] =
    days < least ? [{message: 'kort', span, data: {dager: String(days), minste: String(least)}}] : []
  return off ? [...short, {message: 'helg', span, data: {dag: off}}] : short
}
