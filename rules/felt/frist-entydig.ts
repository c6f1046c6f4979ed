import {dayOff, weekdayName, weekdayNamed, weekdayOf} from '../../src/calendar/index.ts'
import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {isGiven} from '../../src/fields/sides.ts'
import type {Frist, Occurrence} from '../../src/fields/types.ts'
import {formatDate} from '../../src/report/texts.ts'

/** The deadline is one date, written in full, on the weekday that the ad names. */
export const check: Check = (context) => {
  const {fields} = context
  const valid = fields.frist.filter(({value}) => !value.ugyldig)
  const [first, ...others] = valid.filter(({value}) => value.value !== null)
  if (!first) return valid.slice(0, 1).map(({span}) => ({message: 'uten-dato', span}))
  const conflicts = others
    .filter(({value}) => value.value !== first.value.value)
    .map((other) => conflict(first, other, context))
  const guessed = valid.filter(({value}) => value.årAntatt).slice(0, 1)
  return [
    ...conflicts,
    ...guessed.map(({span}): Hit => ({message: 'uten-år', span})),
    ...[first, ...others].flatMap((frist) => wrongWeekday(frist, context)),
  ]
}

/** Of a form field and the text, the words of the text are shown: the form may be data that nobody sees. */
const conflict = (one: Occurrence<Frist>, other: Occurrence<Frist>, {posting, lang}: RuleContext): Hit => {
  const [isForm, isOtherForm] = [isGiven(posting, one.span), isGiven(posting, other.span)]
  if (isForm === isOtherForm)
    return {
      message: 'konflikt',
      span: other.span,
      data: {en: posting.words(one.span), to: posting.words(other.span)},
    }
  const [form, text] = isForm ? [one, other] : [other, one]
  const data = {skjema: formatDate(form.value.value!, lang), tekst: formatDate(text.value.value!, lang)}
  return {message: 'skjema', span: text.span, data}
}

/** The right weekday is proposed unless nobody works then: it is more likely the date that is wrong. */
const wrongWeekday = ({value, span}: Occurrence<Frist>, {posting, language, lang}: RuleContext): Hit[] => {
  const {ukedag} = value
  if (ukedag === undefined || value.value === null || value.årAntatt) return []
  const right = weekdayOf(value.value)
  if ((weekdayNamed(ukedag) ?? right) === right) return []
  const words = posting.words(span)
  const corrected = withWeekday(words, ukedag, inCaseOf(ukedag, weekdayName(right, language)))
  const isProposed = corrected !== words && dayOff(value.value, lang) === undefined
  const expected = isProposed ? [corrected] : []
  return [{message: 'ukedag', span, expected, data: {ukedag, riktig: weekdayName(right, lang)}}]
}

/** The full stop of an abbreviation goes with it. */
const withWeekday = (words: string, old: string, weekday: string): string => {
  const abbreviated = `${old}.`
  return words.replace(words.includes(abbreviated) ? abbreviated : old, weekday)
}

/** With a capital, or in capitals, as the word that it takes the place of. */
const inCaseOf = (old: string, word: string): string => {
  if (old === old.toUpperCase()) return word.toUpperCase()
  const isCapital = old.charAt(0) !== old.charAt(0).toLowerCase()
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
