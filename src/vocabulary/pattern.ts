import {explicitLetters} from './letters.ts'

/**
 * Compiles the source of an expression, with explicit letters (see `letters.ts`; the build does the same to
 * the expressions that are written in code). An expression for any letter case is written in lower case and
 * run on text `inLowerCase`.
 *
 * @param source may use `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\p{N}`, alone or in a class
 */
export const compile = (source: string, flags = 'u'): RegExp =>
  new RegExp(explicitLetters(inWordsOfSomeLength(source)), flags)

/** No word is longer. Without an end, each place of a long run of letters would be read to the end of it. */
const longestWord = 60

const inWordsOfSomeLength = (source: string): string =>
  source.replace(
    /(\\p\{L[ul]?\}|\[(?!\^)[^\]\s]{0,40}\\p\{L\}[^\]\s]{0,40}\])([*+])/g,
    (_all, letter: string, repeat: string) => `${letter}{${repeat === '+' ? 1 : 0},${longestWord}}`,
  )

/** An expression that is compiled when it is first asked for. */
export const lazily = (source: string, flags?: string): (() => RegExp) => {
  let compiled: RegExp | undefined
  return () => {
    compiled ??= compile(source, flags)
    return compiled
  }
}

/**
 * All matches of a global expression. `matchAll` makes a new expression at each call, which for the short texts
 * of an ad costs as much as to run it.
 */
export const matchesIn = (
  text: string,
  pattern: RegExp,
  most = Number.POSITIVE_INFINITY,
): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

/** The same text in lower case, or as it is where lower case would move the letters after it (İ). */
export const inLowerCase = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** The source of an expression in lower case, for text `inLowerCase`: "[Bb]arnehage" becomes "[bb]arnehage". */
export const sourceInLowerCase = (source: string): string =>
  source.replace(/\\(?:p\{\w+\}|.)|[^\\]+/gsu, (part) => (part.startsWith('\\') ? part : part.toLowerCase()))

/** The source of an expression that begins and ends with whole words. */
export const wholeWord = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`
