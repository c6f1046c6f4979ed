import {endOfWord} from '../tokens.ts'
import {longestWord, noNumber, WordNumbers} from './word-numbers.ts'

/** The words of a text, one after the other: the number of each, and where it begins. */
interface NumberedWords {
  /** Who has numbered them; others give other numbers. */
  by: WordNumbers
  numbers: Uint16Array
  starts: Uint32Array
}

/** A text in lower case with its words numbered: they are read once, and then looked for by all searches. */
export class Passage {
  readonly lower: string
  /** The first of its words, and the one after its last, in those of the whole text. */
  readonly from: number
  readonly to: number
  readonly #words: NumberedWords
  /** Where it begins in the whole text. */
  readonly #start: number

  constructor(lower: string, words: NumberedWords, start = 0, from = 0, to = words.numbers.length) {
    this.lower = lower
    this.from = from
    this.to = to
    this.#words = words
    this.#start = start
  }

  get numberedBy(): WordNumbers {
    return this.#words.by
  }

  numberOf(word: number): number {
    return this.#words.numbers[word]!
  }

  startOf(word: number): number {
    return this.#words.starts[word]! - this.#start
  }

  /** A part that neither begins nor ends within a word. */
  part(start: number, end: number): Passage {
    const {starts} = this.#words
    const [first, last] = [this.#start + start, this.#start + end]
    const from = firstFrom(starts, first, this.from, this.to)
    const to = firstFrom(starts, last, from, this.to)
    return new Passage(this.lower.slice(start, end), this.#words, first, from, to)
  }
}

/** The first of some rising numbers, between two places, that is not less than a limit; found by halving. */
const firstFrom = (rising: Uint32Array, limit: number, from: number, to: number): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

let numbering = new WordNumbers()
let numbers = new Uint16Array(1 << 10)
let starts = new Uint32Array(1 << 10)

const grown = <Numbers extends Uint16Array | Uint32Array>(one: Numbers, larger: Numbers): Numbers => {
  larger.set(one)
  return larger
}

/** Reads the words of a text in lower case. */
export const passageOf = (lower: string): Passage => {
  if (numbering.isFull) numbering = new WordNumbers()
  let count = 0
  numbering.each(lower, (number, start) => {
    if (count === numbers.length) {
      numbers = grown(numbers, new Uint16Array(count * 2))
      starts = grown(starts, new Uint32Array(count * 2))
    }
    numbers[count] = number
    starts[count++] = start
  })
  return new Passage(lower, {
    by: numbering,
    numbers: numbers.slice(0, count),
    starts: starts.slice(0, count),
  })
}

const [unmet, nothing, known] = [0, 1, 2]

/** What words lead to, which is asked once for each. */
export class WordMemo<Value> {
  readonly #lookUp: (word: string) => Value | undefined
  readonly #values: Value[] = []
  /** By the number of the word: whether it has been met, and where its value stands in the list. */
  #places = new Uint16Array(1 << 8)
  #numberedBy: WordNumbers | undefined

  /** @param lookUp what a word leads to, if to anything */
  constructor(lookUp: (word: string) => Value | undefined) {
    this.#lookUp = lookUp
  }

  /** What a word of a passage leads to. */
  of(passage: Passage, word: number): Value | undefined {
    const number = passage.numberOf(word)
    if (passage.numberedBy !== this.#numberedBy) this.#forget(passage.numberedBy)
    const place = number < this.#places.length ? this.#places[number]! : unmet
    if (place === nothing) return undefined
    if (place >= known) return this.#values[place - known]
    const start = passage.startOf(word)
    const end = endOfWord(passage.lower, start)
    const value = end - start > longestWord ? undefined : this.#lookUp(passage.lower.slice(start, end))
    if (number !== noNumber) this.#learn(number, value)
    return value
  }

  #forget(numberedBy: WordNumbers): void {
    this.#numberedBy = numberedBy
    this.#places = new Uint16Array(1 << 8)
    this.#values.length = 0
  }

  #learn(number: number, value: Value | undefined): void {
    if (number >= this.#places.length) {
      let length = this.#places.length
      while (length <= number) length *= 2
      this.#places = grown(this.#places, new Uint16Array(length))
    }
    this.#places[number] = value === undefined ? nothing : known - 1 + this.#values.push(value)
  }
}
