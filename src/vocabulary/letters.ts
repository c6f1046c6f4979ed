/** Capitals of Latin beyond those of Norwegian: the Sámi letters, and those of names from elsewhere in Europe. */
const otherCapitals = 'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ'

/** What the Unicode classes stand for in our texts, as the inside of a character class. */
const ranges: Record<string, string> = {
  '\\p{L}': 'A-Za-zÀ-ÖØ-öø-ɏ',
  '\\p{Lu}': `A-ZÀ-ÖØ-Þ${otherCapitals}`,
  '\\p{Ll}': 'a-zß-öø-ɏ',
  '\\p{N}': '0-9',
  '\\p{Nd}': '0-9',
}

/**
 * The source of a regular expression with its classes of letters and digits as explicit ranges of Latin.
 * With `\p{L}`, and more so with the flag `i`, V8 takes milliseconds to compile a vocabulary, which is more
 * than all the rest of a check.
 */
export const explicitLetters = (source: string): string => {
  let inClass = false
  return source.replace(/\\p\{(?:L[ul]?|Nd?)\}|\\.|[[\]]/gu, (part) => {
    if (part === '[') inClass = true
    if (part === ']') inClass = false
    const range = ranges[part]
    return range === undefined ? part : inClass ? range : `[${range}]`
  })
}
