import {expand} from './expand.ts'

/** Any letters before or after the word. */
const open = '\\p{L}*'

/**
 * A set of whole words given as simple expressions (see `expand`), each of which may begin or end with
 * `\p{L}*`. Nothing is compiled: a word is looked up by itself, by its endings and by its beginnings.
 *
 * @throws Error for an expression that is not simple, which the tests of the vocabulary rule out
 */
export const createWordSet = (sources: readonly string[]): ((word: string) => boolean) => {
  const words = new Set<string>()
  const endings = new Set<string>()
  const beginnings = new Set<string>()
  for (const source of sources) {
    const set = source.startsWith(open) ? endings : source.endsWith(open) ? beginnings : words
    const texts = expand(source.replace(open, ''))
    if (!texts) throw new Error(`"${source}" is not a simple expression`)
    for (const text of texts) set.add(text)
  }
  return (word) => {
    if (words.has(word)) return true
    for (let i = 0; i < word.length; i++) {
      if (endings.has(word.slice(i)) || beginnings.has(word.slice(0, i + 1))) return true
    }
    return false
  }
}
