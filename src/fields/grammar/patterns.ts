/** The words as alternatives of a regular expression, longest first. The words hold no special signs. */
export const alternatives = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).join('|')
