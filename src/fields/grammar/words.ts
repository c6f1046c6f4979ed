/** One of the expressions, longest first; each is the source of a regular expression. */
export const anyOf = (expressions: readonly string[]): string =>
  `(?:${[...expressions].sort((a, b) => b.length - a.length).join('|')})`

/** The source of an expression that begins and ends with whole words. */
export const whole = (source: string): string => `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`

/** Whole words of a vocabulary, in any letter case; finds all. */
export const wordsPattern = (expressions: readonly string[]): RegExp =>
  new RegExp(whole(anyOf(expressions)), 'giu')

/** Tells whether a text has any of the words, in any letter case. */
export const wordsTest = (expressions: readonly string[]): ((text: string) => boolean) => {
  const pattern = new RegExp(whole(anyOf(expressions)), 'iu')
  return (text) => pattern.test(text)
}
