import {type CommonWords, type Key, keysOf} from './keys.ts'
import {isPlainWord} from './pattern.ts'

/** An expression to be found. */
export interface Phrase {
  pattern: string
  /** The word also counts as the last part of a compound. */
  tail?: boolean | undefined
  /** The word also counts in the genitive. */
  noun?: boolean | undefined
}

/** Keys parted by spaces, and for each of them numbers parted by commas; these are parted by spaces as well. */
export interface Filed {
  keys: string
  numbers: string
}

/** An expression with operators: what can be told of it before it is parsed. */
export interface Facts {
  /** A match begins with its key, and not before it. */
  first: boolean
  initials: readonly [first: number, second: number]
  /** A match has at most so many words. */
  reach: number
  /** Numbers of needs that must be met in the same sentence. */
  needs: readonly number[]
}

/**
 * All that a search for phrases needs, as plain data: it is made by the build, or when a lexicon is made. Lists are
 * long texts, since the program reads one in a tenth of the time that it takes for as many small things.
 */
export interface IndexData {
  /** A line for each phrase, by its number. */
  patterns: string
  /** A line for each phrase, to be read by `unpackFacts`; empty for a plain word. */
  facts: string
  nouns: number[]
  words: Filed
  expressions: Filed
  needs: Filed
}

const packFacts = ({first, initials, reach, needs}: Facts): string =>
  [first ? 1 : 0, ...initials, reach, ...needs].join(' ')

export const unpackFacts = (packed: string): Facts => {
  const [first, one, two, reach, ...needs] = packed.split(' ').map(Number)
  return {first: first === 1, initials: [one!, two!], reach: reach!, needs}
}

/** Numbers under keys, while an index is made. */
class Files {
  readonly #numbers = new Map<Key, number[]>()

  add(key: Key, number: number): void {
    const numbers = this.#numbers.get(key)
    if (numbers) numbers.push(number)
    else this.#numbers.set(key, [number])
  }

  packed(): Filed {
    return {
      keys: [...this.#numbers.keys()].join(' '),
      numbers: [...this.#numbers.values()].map((numbers) => numbers.join(',')).join(' '),
    }
  }
}

/**
 * Files phrases under the words by which they are found. The number of a phrase is its place in the list.
 * Throws an `Error` that names an expression that is not well formed.
 */
export const compilePhrases = (phrases: readonly Phrase[], common: CommonWords): IndexData => {
  const [words, expressions, needs] = [new Files(), new Files(), new Files()]
  const needNumbers = new Map<string, number>()
  const needNumber = (keys: readonly Key[]): number => {
    const name = keys.join(' ')
    const known = needNumbers.get(name)
    if (known !== undefined) return known
    const number = needNumbers.size
    needNumbers.set(name, number)
    for (const key of keys) needs.add(key, number)
    return number
  }
  const factsOf = ({pattern, tail}: Phrase, number: number): string => {
    if (isPlainWord(pattern)) {
      words.add(pattern.toLowerCase(), number)
      if (tail) words.add(`*${pattern.toLowerCase()}`, number)
      return ''
    }
    const keys = keysOf(pattern, common)
    for (const key of keys.words) expressions.add(key, number)
    return packFacts({...keys, needs: keys.needs.map(needNumber)})
  }
  const facts = phrases.map(factsOf)
  return {
    patterns: phrases.map(({pattern}) => pattern).join('\n'),
    facts: facts.join('\n'),
    nouns: phrases.flatMap(({noun}, number) => (noun ? [number] : [])),
    words: words.packed(),
    expressions: expressions.packed(),
    needs: needs.packed(),
  }
}
