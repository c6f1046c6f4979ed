import type {Check, Hit} from '../../src/engine/types.ts'
import {lazily, matchesIn} from '../../src/vocabulary/pattern.ts'

const elevenDigits = lazily('(?<![\\d./-])\\d{6} ?\\d{5}(?![\\d/-])', 'g')
const name = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?: \\p{Lu}\\p{Ll}+){1,3}'
const ill = '(?:langtids)?(?:syke?meldt|sjuke?meld|syk|sjuk)|i syke?melding|i sjuke?melding|on sick leave'
const illPerson = lazily(
  `${name},? (?:(?:som|who) )?(?:er|blir|ble|vart|har vært|har vore|is)(?: \\p{Ll}+){0,2}? (?:${ill})(?!\\p{L})`,
  'g',
)

/** Numbers of persons, and the health of somebody who is named. */
export const check: Check = ({posting: {text}}) => [
  ...hitsOf('nummer', matchesIn(text, elevenDigits()).filter(isIdentityNumber)),
  ...hitsOf('helse', matchesIn(text, illPerson())),
]

const hitsOf = (message: string, matches: readonly RegExpExecArray[]): Hit[] =>
  matches.map(({0: words, index}) => ({
    message,
    span: {start: index, end: index + words.length},
    data: {ord: words},
  }))

const weights = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
]
const days = 31
const months = 12
/** D-numbers have 40 more in the day; numbers for tests have 40 or 80 more in the month. */
const step = 40

/** A day, a month and two check digits that follow from the digits before them. */
const isIdentityNumber = ({0: words}: RegExpExecArray): boolean => {
  const digits = [...words.replace(' ', '')].map(Number)
  const day = (digits[0]! * 10 + digits[1]!) % step
  const month = (digits[2]! * 10 + digits[3]!) % step
  if (day < 1 || day > days || month < 1 || month > months) return false
  return weights.every((list) => list.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11 === 0)
}
