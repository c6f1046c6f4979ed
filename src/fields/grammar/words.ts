import {matchesIn} from '../../vocabulary/pattern.ts'

/** One of the expressions, longest first; each is the source of a regular expression. */
export const anyOf = (expressions: readonly string[]): string =>
  `(?:${[...expressions].sort((a, b) => b.length - a.length).join('|')})`

/** A sentence of an ad holds fewer; what holds more is damaged or hostile, and its rest is left unread. */
export const mostMatches = 40

/** The matches of a global expression in a sentence, at most `mostMatches`. */
export const matchesOf = (sentence: string, pattern: RegExp): RegExpExecArray[] =>
  matchesIn(sentence, pattern, mostMatches)
