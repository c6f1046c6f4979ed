import {compile, wholeWord} from '../../vocabulary/pattern.ts'

/** One of the expressions, longest first; each is the source of a regular expression. */
export const anyOf = (expressions: readonly string[]): string =>
  `(?:${[...expressions].sort((a, b) => b.length - a.length).join('|')})`

/** Finds all words of a vocabulary in a text in lower case. */
export const wordsPattern = (expressions: readonly string[]): RegExp =>
  compile(wholeWord(anyOf(expressions)), 'g')

/** Tells whether a text in lower case has any of the words. */
export const wordsTest = (expressions: readonly string[]): ((lower: string) => boolean) => {
  const pattern = compile(wholeWord(anyOf(expressions)), '')
  return (lower) => pattern.test(lower)
}

/** A sentence of an ad holds fewer; what holds more is damaged or hostile, and its rest is left unread. */
export const mostMatches = 40

/** The matches of a global expression in a sentence, at most `mostMatches`. */
export const matchesOf = (sentence: string, pattern: RegExp): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  for (const match of sentence.matchAll(pattern)) {
    if (found.length === mostMatches) break
    found.push(match)
  }
  return found
}
