import {isPlainWord, type Pattern, readPattern, type Start} from './pattern.ts'
import {eachWord} from './tokens.ts'

/** An expression and what it stands for. */
export interface Phrase<Value> {
  pattern: string
  value: Value
  /** The word also counts as the last part of a compound. */
  tail?: boolean | undefined
  /** The word also counts in the genitive. */
  noun?: boolean | undefined
}

export interface Match<Value> {
  value: Value
  pattern: string
  start: number
  end: number
  /** What stands before the word in a compound: "skift" in "skiftformann". */
  head: string
  /** The word stands in the genitive, which the expression does not. */
  genitive: boolean
}

interface Candidate<Value> {
  phrase: Phrase<Value>
  read?: Pattern
}

interface Found<Value> {
  candidate: Candidate<Value>
  head: string
  genitive: boolean
}

type Take<Value> = (candidate: Candidate<Value>, head?: string, genitive?: boolean) => void

const nothing: never[] = []
const knownWords = 20_000
const digit = /^\p{Nd}/u
const keyLength = 3
const shortestHead = 2

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * All expressions of a vocabulary, found in one pass over the words of a text. A word leads straight to the
 * expressions that can start with it, so the time does not grow with the vocabulary.
 */
export class PhraseIndex<Value> {
  readonly #words = new Map<string, Candidate<Value>[]>()
  readonly #prefixes = new Map<string, {text: string; candidate: Candidate<Value>}[]>()
  readonly #tails = new Map<string, {text: string; candidate: Candidate<Value>}[]>()
  readonly #numbers: Candidate<Value>[] = []
  readonly #known = new Map<string, readonly Found<Value>[]>()

  constructor(phrases: Iterable<Phrase<Value>>) {
    for (const phrase of phrases) this.#add(phrase)
  }

  #add(phrase: Phrase<Value>): void {
    if (isPlainWord(phrase.pattern)) {
      const text = phrase.pattern.toLowerCase()
      push(this.#words, text, {phrase})
      if (phrase.tail) push(this.#tails, text.slice(-keyLength), {text, candidate: {phrase}})
      return
    }
    const candidate = {phrase, read: readPattern(phrase.pattern)}
    const {starts} = candidate.read
    starts.forEach((start, i) => {
      if (starts.findIndex((other) => isSame(start, other)) === i) this.#file(start, candidate)
    })
  }

  #file(start: Start, candidate: Candidate<Value>): void {
    if (start.kind === 'number') this.#numbers.push(candidate)
    else if (start.kind === 'word') push(this.#words, start.text, candidate)
    else if (start.kind === 'prefix') {
      push(this.#prefixes, start.text.slice(0, keyLength), {text: start.text, candidate})
    } else push(this.#tails, start.text.slice(-keyLength), {text: start.text, candidate})
  }

  /** The matches in a text in lower case, with places counted from `offset`. */
  find(lower: string, offset = 0): Match<Value>[] {
    const matches: Match<Value>[] = []
    eachWord(lower, (word, start, wordEnd) => {
      for (const {candidate, head, genitive} of this.#candidates(word)) {
        const end = candidate.read ? candidate.read.endIn(lower, start) : wordEnd
        if (end === undefined) continue
        const {value, pattern} = candidate.phrase
        matches.push({value, pattern, start: offset + start, end: offset + end, head, genitive})
      }
    })
    return matches
  }

  /** Words come again and again, so what is found for one is kept. */
  #candidates(word: string): readonly Found<Value>[] {
    let found = this.#known.get(word)
    if (!found) {
      found = this.#lookUp(word)
      if (this.#known.size >= knownWords) this.#known.clear()
      this.#known.set(word, found)
    }
    return found
  }

  #lookUp(word: string): Found<Value>[] {
    const found: Found<Value>[] = []
    const take: Take<Value> = (candidate, head = '', genitive = false) => {
      found.push({candidate, head, genitive})
    }
    if (digit.test(word)) for (const candidate of this.#numbers) take(candidate)
    for (const candidate of this.#words.get(word) ?? []) take(candidate)
    for (let length = 1; length <= keyLength; length++) {
      for (const {text, candidate} of this.#prefixes.get(word.slice(0, length)) ?? []) {
        if (word.startsWith(text)) take(candidate)
      }
    }
    this.#compounds(word, false, take)
    if (word.endsWith('s')) {
      const base = word.slice(0, -1)
      for (const candidate of this.#words.get(base) ?? [])
        if (candidate.phrase.noun) take(candidate, '', true)
      this.#compounds(base, true, take)
    }
    return found.length ? found : nothing
  }

  #compounds(word: string, genitive: boolean, take: Take<Value>): void {
    for (const {text, candidate} of this.#tails.get(word.slice(-keyLength)) ?? []) {
      const head = word.slice(0, -text.length)
      if (!word.endsWith(text) || head.length < shortestHead) continue
      if (genitive && !candidate.phrase.noun) continue
      take(candidate, candidate.read ? '' : head, genitive)
    }
  }
}

const isSame = (one: Start, other: Start): boolean =>
  one.kind === other.kind && (one.kind === 'number' || (other.kind !== 'number' && one.text === other.text))
