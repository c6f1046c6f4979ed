import {endOfWord} from '../tokens.ts'
import {KeyMap} from './key-map.ts'
import {anyInitial, initialOf} from './keys.ts'
import {type Passage, passageOf, WordMemo} from './passage.ts'
import {type Pattern, readPattern} from './pattern.ts'
import {type IndexData, type PackedWay, unpackWay} from './phrases.ts'

export interface Match {
  /** The number of the phrase. */
  phrase: number
  pattern: string
  start: number
  end: number
  /** What stands before the word in a compound: "skift" in "skiftformann". */
  head: string
  /** The word stands in the genitive, which the expression does not. */
  genitive: boolean
}

/** A way to an expression with operators. */
interface Way extends PackedWay {
  pattern: Pattern
  /** The latest search in which its key was met, and the first and last word there that is the key. */
  metIn: number
  firstMet: number
  lastMet: number
}

/** A plain word in one of its guises. */
interface Form {
  phrase: number
  head: string
  genitive: boolean
}

/** All that a word leads to. */
interface Lead {
  forms: readonly Form[]
  /** Ways to expressions that begin with the word. */
  firsts: readonly Way[]
  /** Ways to expressions that hold the word. */
  inner: readonly Way[]
  needs: readonly number[]
}

/**
 * Finds phrases in one pass over the words of a text. A word leads straight to the expressions that begin with it, or
 * that hold it among more common words, so that the time hardly grows with the number of phrases. Where lists are walked
 * at every word, they are walked by number: V8 makes an object for each item otherwise.
 */
export class PhraseSearch {
  readonly #patterns: readonly string[]
  readonly #packedWays: readonly string[]
  readonly #nouns: ReadonlySet<number>
  readonly #words: KeyMap
  readonly #keys: KeyMap
  readonly #needs: KeyMap
  readonly #ways = new Map<number, Way>()
  readonly #read = new Map<number, Pattern>()
  readonly #leads = new WordMemo((word) => this.#leadOf(word))
  /** By the number of a need: the latest search in which it was met. */
  readonly #met: number[] = []
  #search = 0
  /** Of the present search: the ways to expressions that hold a word that was met. */
  readonly #woken: Way[] = []

  constructor(data: IndexData) {
    this.#patterns = data.patterns.split('\n')
    this.#packedWays = data.ways.split('\n')
    this.#nouns = new Set(data.nouns)
    this.#words = new KeyMap(data.words)
    this.#keys = new KeyMap(data.keys)
    this.#needs = new KeyMap(data.needs)
  }

  /** The matches in a text in lower case, in its order, with places counted from `offset`. */
  find(text: string | Passage, offset = 0): readonly Match[] {
    const passage = typeof text === 'string' ? passageOf(text) : text
    const matches: Match[] = []
    this.#search++
    for (let word = passage.from; word < passage.to; word++) {
      const lead = this.#leads.of(passage, word)
      if (lead) this.#follow(lead, passage, word, offset, matches)
    }
    if (this.#woken.length > 0) this.#tryInner(passage, offset, matches)
    return matches.length > 1 ? matches.sort((one, other) => one.start - other.start) : matches
  }

  #follow(lead: Lead, passage: Passage, word: number, offset: number, matches: Match[]): void {
    const {forms, firsts, inner, needs} = lead
    for (let i = 0; i < inner.length; i++) this.#meet(inner[i]!, word)
    for (let i = 0; i < needs.length; i++) this.#met[needs[i]!] = this.#search
    if (forms.length + firsts.length === 0) return
    const start = passage.startOf(word)
    const end = endOfWord(passage.lower, start)
    for (let i = 0; i < forms.length; i++)
      matches.push(this.#matchOf(forms[i]!, offset + start, offset + end))
    if (firsts.length > 0) this.#tryFirsts(firsts, passage, word, offset, matches)
  }

  /** Takes note of a word that an expression holds. */
  #meet(way: Way, word: number): void {
    if (way.metIn !== this.#search) {
      way.metIn = this.#search
      way.firstMet = word
      this.#woken.push(way)
    }
    way.lastMet = word
  }

  /** Tries expressions that can begin with the word; most are ruled out by the first letter of the next. */
  #tryFirsts(ways: readonly Way[], passage: Passage, word: number, offset: number, matches: Match[]): void {
    const start = passage.startOf(word)
    const next = initialAt(passage, word + 1)
    for (let i = 0; i < ways.length; i++) {
      const way = ways[i]!
      const second = way.initials[1]
      if (second === anyInitial || second & next) this.#tryAt(way, start, passage.lower, offset, matches)
    }
  }

  /** Tries expressions at every word that can begin a match with the words that were met. */
  #tryInner(passage: Passage, offset: number, matches: Match[]): void {
    for (const way of this.#woken) {
      if (!this.#hasNeeds(way)) continue
      const [first, second] = way.initials
      for (let word = Math.max(passage.from, way.firstMet - way.reach); word <= way.lastMet; word++) {
        if (!(first & initialAt(passage, word))) continue
        if (second !== anyInitial && !(second & initialAt(passage, word + 1))) continue
        this.#tryAt(way, passage.startOf(word), passage.lower, offset, matches)
      }
    }
    this.#woken.length = 0
  }

  #hasNeeds({needs}: Way): boolean {
    for (let i = 0; i < needs.length; i++) if (this.#met[needs[i]!] !== this.#search) return false
    return true
  }

  #tryAt({pattern, phrase}: Way, start: number, lower: string, offset: number, matches: Match[]): void {
    const end = pattern.endIn(lower, start)
    if (end === undefined) return
    matches.push(this.#matchOf({phrase, head: '', genitive: false}, offset + start, offset + end))
  }

  #matchOf({phrase, head, genitive}: Form, start: number, end: number): Match {
    return {phrase, pattern: this.#patterns[phrase]!, start, end, head, genitive}
  }

  #leadOf(word: string): Lead | undefined {
    const forms = [...this.#formsOf(word)]
    const ways = [...new Set(this.#keys.of(word))].map((number) => this.#wayOf(number))
    const needs = this.#needs.of(word)
    if (forms.length + ways.length + needs.length === 0) return undefined
    return {
      forms,
      firsts: oneEach(ways.filter(({first}) => first)),
      inner: ways.filter(({first}) => !first),
      needs,
    }
  }

  #wayOf(number: number): Way {
    let way = this.#ways.get(number)
    if (!way) {
      const {phrase, first, initials, reach, needs} = unpackWay(this.#packedWays[number]!)
      const pattern = this.#patternOf(phrase)
      way = {phrase, first, initials, reach, needs, pattern, metIn: 0, firstMet: 0, lastMet: 0}
      this.#ways.set(number, way)
    }
    return way
  }

  #patternOf(phrase: number): Pattern {
    let pattern = this.#read.get(phrase)
    if (!pattern) {
      pattern = readPattern(this.#patterns[phrase]!)
      this.#read.set(phrase, pattern)
    }
    return pattern
  }

  *#formsOf(word: string): Iterable<Form> {
    for (const phrase of this.#words.ofWord(word)) yield {phrase, head: '', genitive: false}
    for (const {item, head} of this.#words.ofTail(word)) yield {phrase: item, head, genitive: false}
    if (!word.endsWith('s')) return
    const base = word.slice(0, -1)
    for (const phrase of this.#words.ofWord(base)) {
      if (this.#nouns.has(phrase)) yield {phrase, head: '', genitive: true}
    }
    for (const {item, head} of this.#words.ofTail(base)) {
      if (this.#nouns.has(item)) yield {phrase: item, head, genitive: true}
    }
  }
}

/** Of several ways to one expression, a way that holds where any of them does. */
const oneEach = (ways: readonly Way[]): Way[] => {
  const byPhrase = new Map<number, Way>()
  for (const way of ways) {
    const second = way.initials[1] | (byPhrase.get(way.phrase)?.initials[1] ?? 0)
    byPhrase.set(way.phrase, second === way.initials[1] ? way : {...way, initials: [anyInitial, second]})
  }
  return [...byPhrase.values()]
}

const initialAt = (passage: Passage, word: number): number =>
  word < passage.to ? initialOf(passage.lower, passage.startOf(word)) : 0
