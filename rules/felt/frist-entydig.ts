import {weekdayName, weekdayNamed, weekdayOf} from '../../src/calendar/index.ts'
import type {Check, Hit, MessageLanguage} from '../../src/engine/types.ts'
import type {Frist, Occurrence} from '../../src/fields/types.ts'

/** The deadline is one date, written in full, on the weekday that the ad names. */
export const check: Check = ({fields, posting, lang}) => {
  const valid = fields.frist.filter(({value}) => !value.ugyldig)
  const [first, ...others] = valid.filter(({value}) => value.value !== null)
  if (!first) return valid.slice(0, 1).map(({span}) => ({message: 'uten-dato', span}))
  const conflicts = others
    .filter(({value}) => value.value !== first.value.value)
    .map(
      ({span}): Hit => ({
        message: 'konflikt',
        span,
        data: {en: posting.words(first.span), to: posting.words(span)},
      }),
    )
  const guessed = valid.filter(({value}) => value.årAntatt).slice(0, 1)
  return [
    ...conflicts,
    ...guessed.map(({span}): Hit => ({message: 'uten-år', span})),
    ...[first, ...others].flatMap((frist) => wrongWeekday(frist, lang)),
  ]
}

const wrongWeekday = ({value, span}: Occurrence<Frist>, lang: MessageLanguage): Hit[] => {
  if (value.ukedag === undefined || value.value === null || value.årAntatt) return []
  const right = weekdayOf(value.value)
  if (weekdayNamed(value.ukedag) === right) return []
  return [{message: 'ukedag', span, data: {ukedag: value.ukedag, riktig: weekdayName(right, lang)}}]
}
