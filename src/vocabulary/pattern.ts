const ranges: Record<string, string> = {
  '\\p{L}': 'A-Za-zÀ-ÖØ-öø-ɏ',
  '\\p{Lu}': 'A-ZÀ-ÖØ-Þ',
  '\\p{Ll}': 'a-zß-öø-ɏ',
  '\\p{N}': '0-9',
}

/**
 * Compiles the source of an expression. Letters and digits become explicit ranges (Latin with the letters
 * of Norwegian and its neighbours): with `\p{L}`, and more so with the flag `i`, V8 takes milliseconds to
 * compile a vocabulary, more than all the rest of a check. An expression for any letter case is written in
 * lower case and run on text `inLowerCase`.
 *
 * @param source may use `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\p{N}`, alone or in a class
 */
export const compile = (source: string, flags = 'u'): RegExp => {
  let inClass = false
  const explicit = source.replace(/\\p\{(?:L[ul]?|N)\}|\\.|[[\]]/gu, (part) => {
    if (part === '[') inClass = true
    if (part === ']') inClass = false
    const range = ranges[part]
    return range === undefined ? part : inClass ? range : `[${range}]`
  })
  return new RegExp(explicit, flags)
}

/** An expression that is compiled when it is first asked for. */
export const lazily = (source: string): (() => RegExp) => {
  let compiled: RegExp | undefined
  return () => {
    compiled ??= compile(source)
    return compiled
  }
}

/** The same text in lower case, or as it is where lower case would move the letters after it (İ). */
export const inLowerCase = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** The source of an expression that begins and ends with whole words. */
export const wholeWord = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`
