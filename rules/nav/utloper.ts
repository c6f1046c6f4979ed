import {monthsAfter} from '../../src/calendar/index.ts'
import type {Check} from '../../src/engine/types.ts'
import {publishedOn} from '../../src/fields/grammar/published.ts'

const mostMonths = 6

/** The deadline is within the time that Nav lets an ad stay, from the day of publication or else today. */
export const check: Check = ({fields, posting, today}) => {
  const last = monthsAfter(publishedOn(posting) ?? today, mostMonths)
  const late = fields.frist.find(
    ({value: {value, ugyldig, årAntatt}}) => value !== null && value > last && !ugyldig && !årAntatt,
  )
  return late ? [{message: 'sent', span: late.span, data: {dato: written(last)}}] : []
}

/** The way of writing that all three languages share. */
const written = (iso: string): string => iso.split('-').toReversed().join('.')
