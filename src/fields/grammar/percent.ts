import {compile, inLowerCase, matchesIn, wholeWord} from '../../vocabulary/pattern.ts'
import {numberWordSource, parseNumber} from './numbers.ts'
import {anyOf} from './words.ts'

/** A percentage or a range of percentages with its place in the text that was searched. */
export interface Percent {
  min: number
  max: number
  start: number
  end: number
}

const figure = '\\d{1,3}(?:[,.]\\d{1,2})?'
const percentWord = wholeWord(anyOf(['prosents?', 'pst', 'percent', 'per cent']))
const sign = `(?:%{1,2}(?!\\d)|${percentWord})`
const upTo = anyOf(['inntil', 'opptil', 'opp til', 'oppi', 'maks(?:imum|imalt)?\\.?', 'up to', 'maximum'])
const between = anyOf(['mellom', 'between'])
const atLeast = anyOf(['minst', 'minimum', 'min\\.', 'at least'])

/** `50–60 %`, `50 % til 60 %`, `20, 40 og 60 %`, `inntil 90 %`, `mellom 50 og 80 %`. */
const percent = compile(
  `(?<![\\p{L}\\p{N}.,])(?:(?<bound>${upTo}|${atLeast}|${between}) )?(?:ca\\.? )?` +
    `(?<list>(?:${figure} ?%{0,2}(?:, | ?/ ?| og | eller | and | or )){0,6})` +
    `(?:(?<from>${figure}) ?%{0,2} ?(?:–|-| til | to ) ?)?(?<last>${figure}) ?-?${sign}`,
  'gu',
)
const inWords = compile(`(?<last>${numberWordSource}) ?-?${percentWord}`, 'gu')

/** Finds every percentage of a text; the members of a list ("20, 40 og 60 %") one by one. */
export const findPercents = (text: string): Percent[] => {
  const lower = inLowerCase(text)
  if (!/%|prosent|pst|per ?cent/.test(lower)) return []
  const figures = matchesIn(lower, percent).flatMap(toPercents)
  const words = matchesIn(lower, inWords).flatMap(toPercents)
  return [...figures, ...words].sort((a, b) => a.start - b.start)
}

/** A value that stands beside a label is a percentage also without its sign ("Stillingsprosent: 80"), or part of a whole ("0,8"). */
export const bareFigures = (text: string): Percent[] => {
  const match =
    /^(?:ca\.? ?)?(?:(\d{1,3}(?:[,.]\d{1,2})?) ?(?:–|-|til) ?)?(\d{1,3}(?:[,.]\d{1,2})?)(?![\d%.,])/u.exec(
      text,
    )
  if (!match) return []
  const max = parseNumber(match[2]!)!
  const min = match[1] ? parseNumber(match[1])! : max
  const whole = Math.max(min, max) <= 1 ? 100 : 1
  return [inOrder({min: rounded(min * whole), max: rounded(max * whole), start: 0, end: match[0].length})]
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const toPercents = (match: RegExpExecArray | RegExpMatchArray): Percent[] => {
  const {bound, list, from, last} = match.groups!
  const start = match.index!
  const end = start + match[0].length
  const members = matchesIn(list ?? '', /\d[\d,.]*\d|\d/g).flatMap((member): Percent[] => {
    const at = start + match[0].indexOf(list!) + member.index
    const value = parseNumber(member[0])
    return value === undefined ? [] : [{min: value, max: value, start: at, end: at + member[0].length}]
  })
  const max = parseNumber(last!)!
  if (bound && isBetween.test(bound) && members.length === 1)
    return [inOrder({min: members[0]!.min, max, start, end})]
  const lastStart = list ? start + match[0].indexOf(list) + list.length : start
  const range = {min: from ? parseNumber(from)! : max, max, start: lastStart, end}
  return [
    ...members,
    inOrder(bound && !isBetween.test(bound) && !from && !list ? bounded(range, bound) : range),
  ]
}

const isBetween = compile(`^${between}$`)
const isLeast = compile(`^${atLeast}$`)

const bounded = (value: Percent, bound: string): Percent =>
  isLeast.test(bound) ? {...value, max: Math.max(100, value.max)} : {...value, min: 0}

const inOrder = (value: Percent): Percent => ({
  ...value,
  min: Math.min(value.min, value.max),
  max: Math.max(value.min, value.max),
})
