import numberWordData from '../../vocabulary/number-words.yml'
import {wholeWord} from '../../vocabulary/pattern.ts'
import {anyOf} from './words.ts'

const valueOfWord = new Map(
  Object.entries(numberWordData as Record<string, string[]>).flatMap(([value, words]) =>
    words.map((word): [string, number] => [word, Number(value)]),
  ),
)

/** The source of an expression for a number in words ("sju", "åtti"). */
export const numberWordSource = wholeWord(anyOf([...valueOfWord.keys()]))

/**
 * The source of an expression for a number in figures: `40 800`, `40.800`, `650,000`, `22,6`, `150`.
 * Thousands are parted by a space, a stop or a comma; decimals by a comma or a stop.
 */
export const numberSource =
  '\\d{1,3}(?:[ .,]\\d{3}){1,3}(?:,\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d)'

/** The value of a number as Norwegian and English ads write it, or undefined when it is none. */
export const parseNumber = (text: string): number | undefined => {
  const word = valueOfWord.get(text.trim().toLowerCase())
  if (word !== undefined) return word
  const figures = text.trim()
  if (/^\d{1,3}(?:[ .,]\d{3})+$/u.test(figures)) return Number(figures.replace(/\D/gu, ''))
  const decimal = /^(\d[\d .]*?)(?:[,.](\d{1,2}))?$/u.exec(figures)
  return decimal ? Number(`${decimal[1]!.replace(/\D/gu, '')}.${decimal[2] ?? 0}`) : undefined
}
