import table from './inflection.yml'

type Form = 'indefinite' | 'definite' | 'plural' | 'definitePlural'

interface Table extends Record<'nb' | 'nn', readonly (readonly string[])[]> {
  unlike: readonly string[]
  feminine: readonly string[]
}

const {nb, nn, unlike, feminine} = table as unknown as Table
const columns: readonly Form[] = ['indefinite', 'definite', 'plural', 'definitePlural']

/** The form that a word has among the forms of its entry, of which the first is the indefinite. */
const formOf = (word: string, forms: readonly string[]): Form => {
  if (word === forms[0]) return 'indefinite'
  if (/(?:ene|ane|rne)$/u.test(word)) return 'definitePlural'
  return /(?:en|et|a)$/u.test(word) ? 'definite' : 'plural'
}

/** An article stands at most so many words before its noun. */
const longestNounPhrase = 3

const oneWord = /^[\p{L}-]+$/u

/** Puts a replacement, a title in its basic form, in the form of the word that it replaces. */
export const inflect = (
  replacement: string,
  word: string,
  forms: readonly string[],
  language: 'nb' | 'nn',
): string => {
  const form = formOf(word, forms)
  if (form === 'indefinite' || !oneWord.test(replacement)) return replacement
  const row = (language === 'nn' ? nn : nb).find(([ending]) => replacement.endsWith(ending!))!
  return replacement.slice(0, replacement.length - row[0]!.length) + row[columns.indexOf(form)]
}

/**
 * True when a replacement agrees with the words around a title as the title did: it is a common or masculine
 * noun, and no word before the title is in the feminine.
 */
export const isExchangeable = (replacement: string, before: string, language: 'nb' | 'nn'): boolean => {
  const [ending] = (language === 'nn' ? nn : nb).find(([end]) => replacement.endsWith(end!))!
  const words = before.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    oneWord.test(replacement) &&
    !unlike.some((other) => other === ending || replacement.endsWith(other)) &&
    !words.slice(-longestNounPhrase).some((word) => feminine.includes(word))
  )
}

/** The genitive. */
export const genitive = (word: string): string => (/[sxz]$/iu.test(word) ? `${word}’` : `${word}s`)

/** Gives a replacement the capitals of the words that it replaces: all, the first letter, or its own. */
export const withCapitalsOf = (actual: string, replacement: string): string => {
  if (/\p{Lu}.*\p{Lu}/u.test(actual) && actual === actual.toUpperCase()) return replacement.toUpperCase()
  if (/^\p{Lu}/u.test(actual)) return replacement.charAt(0).toUpperCase() + replacement.slice(1)
  return replacement
}
