import {type CommonWords, type Key, type Way, waysTo} from './keys.ts'
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

/** A way to an expression with operators. */
export interface PackedWay extends Pick<Way, 'first' | 'initials' | 'reach'> {
  /** The number of the phrase. */
  phrase: number
  /** Numbers of needs that must be met in the same text. */
  needs: readonly number[]
}

/**
 * All that a search for phrases needs, as plain data: it is made by the build, or when a lexicon is made. Lists are
 * long texts, since the program reads one in a tenth of the time that it takes for as many small things.
 */
export interface IndexData {
  /** A line for each phrase, by its number. */
  patterns: string
  /** Numbers of phrases. */
  nouns: number[]
  /** Plain words: the number of the phrase. */
  words: Filed
  /** A line for each way to an expression, to be read by `unpackWay`. */
  ways: string
  /** Words that lead to expressions: the number of the way. */
  keys: Filed
  /** Words that expressions need: the number of the need. */
  needs: Filed
}

const packWay = ({phrase, first, initials, reach, needs}: PackedWay): string =>
  [phrase, first ? 1 : 0, ...initials, reach, ...needs].join(' ')

export const unpackWay = (packed: string): PackedWay => {
  const [phrase, first, one, two, reach, ...needs] = packed.split(' ').map(Number)
  return {phrase: phrase!, first: first === 1, initials: [one!, two!], reach: reach!, needs}
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
  const [words, keys, needs] = [new Files(), new Files(), new Files()]
  const ways: string[] = []
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
  for (const [phrase, {pattern, tail}] of phrases.entries()) {
    if (isPlainWord(pattern)) {
      words.add(pattern.toLowerCase(), phrase)
      if (tail) words.add(`*${pattern.toLowerCase()}`, phrase)
      continue
    }
    for (const way of waysTo(pattern, common)) {
      for (const key of way.keys) keys.add(key, ways.length)
      ways.push(packWay({...way, phrase, needs: way.needs.map(needNumber)}))
    }
  }
  return {
    patterns: phrases.map(({pattern}) => pattern).join('\n'),
    nouns: phrases.flatMap(({noun}, number) => (noun ? [number] : [])),
    words: words.packed(),
    ways: ways.join('\n'),
    keys: keys.packed(),
    needs: needs.packed(),
  }
}
