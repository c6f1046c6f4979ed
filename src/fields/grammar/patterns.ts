/** The words as alternatives of a regular expression, longest first. The words hold no special signs. */
export const alternatives = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).join('|')

/** An expression, as a whole word or words; letter case does not count. */
export const wholeWords = (patterns: readonly string[], flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, flags)
