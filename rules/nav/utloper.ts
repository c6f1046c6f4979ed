import {monthsAfter} from '../../src/calendar/index.ts'
import type {Check} from '../../src/engine/types.ts'
import {publishedOn} from '../../src/fields/grammar/published.ts'
import {formatDate} from '../../src/report/texts.ts'

const mostMonths = 6

/** The deadline is within the time that Nav lets an ad stay, from the day of publication or else today. */
export const check: Check = ({fields, posting, today, lang}) => {
  const last = monthsAfter(publishedOn(posting) ?? today, mostMonths)
  const late = fields.frist.find(
    ({value: {value, ugyldig, årAntatt}}) => value !== null && value > last && !ugyldig && !årAntatt,
  )
  return late ? [{message: 'sent', span: late.span, data: {dato: formatDate(last, lang)}}] : []
}
