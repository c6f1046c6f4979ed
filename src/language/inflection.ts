import table from './inflection.yml'

type Form = 'indefinite' | 'definite' | 'plural' | 'definitePlural'

const {nb, nn} = table as Record<'nb' | 'nn', readonly (readonly string[])[]>
const columns: readonly Form[] = ['indefinite', 'definite', 'plural', 'definitePlural']

/** The form that a word has among the forms of its entry, of which the first is the indefinite. */
const formOf = (word: string, forms: readonly string[]): Form => {
  if (word === forms[0]) return 'indefinite'
  if (/(?:ene|ane)$/u.test(word)) return 'definitePlural'
  return /(?:en|et|a)$/u.test(word) ? 'definite' : 'plural'
}

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

/** The genitive. */
export const genitive = (word: string): string => (/[sxz]$/iu.test(word) ? `${word}’` : `${word}s`)

/** Gives a replacement the capitals of the words that it replaces: all, the first letter, or its own. */
export const withCapitalsOf = (actual: string, replacement: string): string => {
  if (/\p{Lu}.*\p{Lu}/u.test(actual) && actual === actual.toUpperCase()) return replacement.toUpperCase()
  if (/^\p{Lu}/u.test(actual)) return replacement.charAt(0).toUpperCase() + replacement.slice(1)
  return replacement
}
