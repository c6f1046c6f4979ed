import {expand} from './expand.ts'
import {lazily} from './pattern.ts'

interface Openings {
  /** Whether a text in lower case begins with one of the expressions. */
  begin(text: string): boolean
  /** Whether it is one of them and nothing else. */
  are(text: string): boolean
}

interface Opening {
  begins(): RegExp
  is(): RegExp
}

/**
 * Expressions that a text may begin with. Each is filed under the words that it can begin with, and
 * compiled when a text begins with one of them.
 */
export const createOpenings = (sources: readonly string[]): Openings => {
  const byWord = new Map<string, Opening[]>()
  for (const source of sources) {
    const opening = {begins: lazily(`^(?:${source})`), is: lazily(`^(?:${source})$`)}
    for (const word of firstWords(source)) byWord.set(word, [...(byWord.get(word) ?? []), opening])
  }
  const candidates = (text: string): Opening[] => [
    ...(byWord.get(firstWordOf(text)) ?? []),
    ...(byWord.get(anyWord) ?? []),
  ]
  return {
    begin: (text) => candidates(text).some(({begins}) => begins().test(text)),
    are: (text) => candidates(text).some(({is}) => is().test(text)),
  }
}

/** Files an expression whose first word is not plain. */
const anyWord = ''

const firstWordOf = (text: string): string => /^[^\s$]*/.exec(text)![0]

/** The words that an expression can begin with; its first part is the text before a space outside brackets. */
const firstWords = (source: string): string[] => {
  const texts = expand(firstPart(source))
  const words = texts?.map(firstWordOf) ?? [anyWord]
  return words.includes('') ? [anyWord] : [...new Set(words)]
}

const firstPart = (source: string): string => {
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!
    if (char === '(' || char === '[') depth++
    if (char === ')' || char === ']') depth--
    if (depth === 0 && (char === ' ' || char === '$')) return source.slice(0, i)
  }
  return source
}
