import {isPlainWord, type Pattern, readPattern, type Start} from './pattern.ts'
import type {Token} from './types.ts'

/** An expression and what it stands for. */
export interface Phrase<Value> {
  pattern: string
  value: Value
  /** The word also counts as the last part of a compound. */
  tail?: boolean | undefined
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

const keyLength = 3
const shortestHead = 2

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * All expressions of a vocabulary, found in one pass over the tokens of a text. A token leads straight to the
 * expressions that can start with it, so the time does not grow with the vocabulary.
 */
export class PhraseIndex<Value> {
  readonly #words = new Map<string, Candidate<Value>[]>()
  readonly #prefixes = new Map<string, {text: string; candidate: Candidate<Value>}[]>()
  readonly #tails = new Map<string, {text: string; candidate: Candidate<Value>}[]>()
  readonly #numbers: Candidate<Value>[] = []

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
    const seen = new Set<string>()
    for (const start of candidate.read.starts) {
      const key = JSON.stringify(start)
      if (!seen.has(key)) this.#file(start, candidate)
      seen.add(key)
    }
  }

  #file(start: Start, candidate: Candidate<Value>): void {
    if (start.kind === 'number') this.#numbers.push(candidate)
    else if (start.kind === 'word') push(this.#words, start.text, candidate)
    else if (start.kind === 'prefix') {
      push(this.#prefixes, start.text.slice(0, keyLength), {text: start.text, candidate})
    } else push(this.#tails, start.text.slice(-keyLength), {text: start.text, candidate})
  }

  /** The matches in a text, whose tokens have places counted from `offset`; so have the matches. */
  find(text: string, tokens: readonly Token[], offset = 0): Match<Value>[] {
    const matches: Match<Value>[] = []
    for (const {word, span} of tokens) {
      const verify = (candidate: Candidate<Value>, end = span.end, head = '', genitive = false): void => {
        const {phrase, read} = candidate
        const match = {value: phrase.value, pattern: phrase.pattern, start: span.start, end, head, genitive}
        if (!read) {
          matches.push(match)
          return
        }
        const expression = read.expression()
        expression.lastIndex = span.start - offset
        if (expression.test(text)) matches.push({...match, end: offset + expression.lastIndex})
      }
      this.#lookUp(word, verify)
    }
    return matches
  }

  #lookUp(
    word: string,
    verify: (candidate: Candidate<Value>, end?: number, head?: string, genitive?: boolean) => void,
  ): void {
    if (word.charCodeAt(0) < 58) {
      for (const candidate of this.#numbers) verify(candidate)
      return
    }
    for (const candidate of this.#words.get(word) ?? []) verify(candidate)
    for (let length = 1; length <= keyLength; length++) {
      for (const {text, candidate} of this.#prefixes.get(word.slice(0, length)) ?? []) {
        if (word.startsWith(text)) verify(candidate)
      }
    }
    this.#lookUpEnd(word, false, verify)
    if (word.endsWith('s')) this.#lookUpEnd(word.slice(0, -1), true, verify)
  }

  #lookUpEnd(
    word: string,
    genitive: boolean,
    verify: (candidate: Candidate<Value>, end?: number, head?: string, genitive?: boolean) => void,
  ): void {
    if (genitive) {
      for (const candidate of this.#words.get(word) ?? [])
        if (!candidate.read) verify(candidate, undefined, '', true)
    }
    for (const {text, candidate} of this.#tails.get(word.slice(-keyLength)) ?? []) {
      if (!word.endsWith(text)) continue
      const head = word.slice(0, -text.length)
      if (candidate.read) verify(candidate)
      else if (head.length >= shortestHead) verify(candidate, undefined, head, genitive)
    }
  }
}
