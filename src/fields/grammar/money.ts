import {compile, inLowerCase, wholeWord} from '../../vocabulary/pattern.ts'
import payData from '../../vocabulary/pay.yml'
import {numberSource, parseNumber} from './numbers.ts'
import {anyOf, matchesOf} from './words.ts'

/** A sum in kroner, or a range of sums, with its place in the text that was searched. */
export interface Amount {
  /** Written with its currency. */
  inKroner: boolean
  min: number
  max: number
  start: number
  end: number
}

const currencyBefore = '(?:kr\\.?|kroner|nok) ?'
const currencyAfter = '(?:,[-–]{1,2}|\\.-| ?(?:kr|kroner|nok)(?!\\p{L}))'
const sum = (name: string): string => `(?<${name}>${numberSource})(?<${name}Thousands>k|'|´| ?000)?`

/** `kr 40 800`, `650.000,-`, `kr. 650 000,- til kroner 900 000,-`, `615 700–720 100 kroner`. */
const amount = compile(
  `(?<![\\p{L}\\p{N}.,§%-])(?<before>${currencyBefore})?${sum('from')}(?<after>${currencyAfter})?` +
    `(?: ?(?:–|-|til|to|og|and|up to|opp til) ?(?<before2>${currencyBefore})?${sum('to')}(?<after2>${currencyAfter})?)?` +
    `(?![\\p{L}\\p{N}%])(?! ?(?:%|prosent|${wholeWord(anyOf((payData as {large: string[]}).large))}))`,
  'gu',
)

/**
 * Finds the sums of a text.
 *
 * @param bare also numbers without a currency
 */
export const findAmounts = (text: string, bare = false): Amount[] =>
  matchesOf(inLowerCase(text), amount).flatMap((match) => {
    const {before, after, before2, after2, from, to, fromThousands, toThousands} = match.groups!
    const inKroner = Boolean(before || after || before2 || after2)
    if (!bare && !inKroner) return []
    const max = to ? sumOf(to, toThousands) : sumOf(from!, fromThousands)
    const min = sumOf(from!, fromThousands)
    const start = match.index
    return max === undefined || min === undefined
      ? []
      : [{inKroner, ...inThousands(min, max), start, end: start + match[0].length}]
  })

const sumOf = (figures: string, thousands: string | undefined): number | undefined => {
  const value = parseNumber(figures)
  return value !== undefined && thousands ? value * 1000 : value
}

/** "650–700 000 kroner": the first number is short for thousands. */
const inThousands = (min: number, max: number): {min: number; max: number} =>
  min < 1000 && max >= 100_000 ? {min: min * 1000, max} : {min: Math.min(min, max), max: Math.max(min, max)}
