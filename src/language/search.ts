import {KeyMap} from './key-map.ts'
import {anyInitial, initialOf} from './keys.ts'
import {type Pattern, readPattern} from './pattern.ts'
import {type Facts, type IndexData, unpackFacts} from './phrases.ts'
import {endOfWord} from './tokens.ts'

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

/** An expression with operators. */
interface Expression {
  phrase: number
  facts: Facts
  read: Pattern
  /** The latest search in which it was met, and the places of its key there. */
  wokenBy: number
  firstPlace: number
  lastPlace: number
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
  expressions: readonly Expression[]
  needs: readonly number[]
}

const noLead: Lead = {forms: [], expressions: [], needs: []}
const knownWords = 20_000

/**
 * Finds phrases in one pass over the words of a text. A word leads straight to the expressions that begin with it, or
 * that hold it among more common words, so that the time hardly grows with the number of phrases.
 */
export class PhraseSearch {
  readonly #patterns: readonly string[]
  readonly #facts: readonly string[]
  readonly #nouns: ReadonlySet<number>
  readonly #words: KeyMap
  readonly #keys: KeyMap
  readonly #needs: KeyMap
  readonly #expressions = new Map<number, Expression>()
  readonly #leads = new Map<string, Lead>()
  /** By the number of a need: the latest search in which it was met. */
  readonly #met: number[] = []
  #search = 0
  /** Of the present search: where words begin, and the expressions to try, some at a word of their own. */
  readonly #starts: number[] = []
  readonly #firsts: Expression[] = []
  readonly #places: number[] = []
  readonly #woken: Expression[] = []

  constructor(data: IndexData) {
    this.#patterns = data.patterns.split('\n')
    this.#facts = data.facts.split('\n')
    this.#nouns = new Set(data.nouns)
    this.#words = new KeyMap(data.words)
    this.#keys = new KeyMap(data.expressions)
    this.#needs = new KeyMap(data.needs)
  }

  /** The matches in a text in lower case, in its order, with places counted from `offset`. */
  find(lower: string, offset = 0): readonly Match[] {
    const matches: Match[] = []
    this.#begin()
    for (let at = 0; at < lower.length; ) {
      const end = endOfWord(lower, at)
      if (end > at) this.#meet(this.#leadOf(lower.slice(at, end)), at, end, offset, matches)
      at = end > at ? end : at + 1
    }
    if (this.#firsts.length + this.#woken.length > 0) this.#tryAll(lower, offset, matches)
    return matches.length > 1 ? matches.sort((one, other) => one.start - other.start) : matches
  }

  #begin(): void {
    this.#search++
    this.#starts.length = 0
    this.#firsts.length = 0
    this.#places.length = 0
    this.#woken.length = 0
  }

  /** Takes note of what a word leads to. */
  #meet(lead: Lead, start: number, end: number, offset: number, matches: Match[]): void {
    const place = this.#starts.push(start) - 1
    if (lead === noLead) return
    for (const form of lead.forms) matches.push(this.#matchOf(form, offset + start, offset + end))
    for (const expression of lead.expressions) {
      if (expression.facts.first) {
        this.#firsts.push(expression)
        this.#places.push(place)
      } else if (expression.wokenBy !== this.#search) {
        expression.wokenBy = this.#search
        expression.firstPlace = place
        expression.lastPlace = place
        this.#woken.push(expression)
      } else expression.lastPlace = place
    }
    for (const need of lead.needs) this.#met[need] = this.#search
  }

  /** Tries the expressions that were met: at their own word, or at every word that can begin a match. */
  #tryAll(lower: string, offset: number, matches: Match[]): void {
    const initials = this.#starts.map((start) => initialOf(lower, start))
    for (const [i, expression] of this.#firsts.entries()) {
      this.#tryAt(expression, this.#places[i]!, initials, lower, offset, matches)
    }
    const seen = initials.reduce((bits, initial) => bits | initial, 0)
    for (const expression of this.#woken) {
      const {initials: wanted, needs, reach} = expression.facts
      if (!(wanted[0] & seen) || needs.some((need) => this.#met[need] !== this.#search)) continue
      for (let place = Math.max(0, expression.firstPlace - reach); place <= expression.lastPlace; place++) {
        this.#tryAt(expression, place, initials, lower, offset, matches)
      }
    }
  }

  /** Most words are ruled out by their first letter, or the next one's. */
  #tryAt(
    {facts, read, phrase}: Expression,
    place: number,
    initials: readonly number[],
    lower: string,
    offset: number,
    matches: Match[],
  ): void {
    const [first, second] = facts.initials
    if (!(first & initials[place]!)) return
    if (second !== anyInitial && !(second & (initials[place + 1] ?? 0))) return
    const start = this.#starts[place]!
    const end = read.endIn(lower, start)
    if (end === undefined) return
    matches.push(this.#matchOf({phrase, head: '', genitive: false}, offset + start, offset + end))
  }

  #matchOf({phrase, head, genitive}: Form, start: number, end: number): Match {
    return {phrase, pattern: this.#patterns[phrase]!, start, end, head, genitive}
  }

  /** Words come again and again, so what one leads to is kept. */
  #leadOf(word: string): Lead {
    let lead = this.#leads.get(word)
    if (!lead) {
      const forms = [...this.#formsOf(word)]
      const expressions = [...new Set(this.#keys.of(word))].map((phrase) => this.#expressionOf(phrase))
      const needs = this.#needs.of(word)
      lead = forms.length + expressions.length + needs.length > 0 ? {forms, expressions, needs} : noLead
      if (this.#leads.size >= knownWords) this.#leads.clear()
      this.#leads.set(word, lead)
    }
    return lead
  }

  #expressionOf(phrase: number): Expression {
    let expression = this.#expressions.get(phrase)
    if (!expression) {
      const facts = unpackFacts(this.#facts[phrase]!)
      expression = {
        phrase,
        facts,
        read: readPattern(this.#patterns[phrase]!),
        wokenBy: 0,
        firstPlace: 0,
        lastPlace: 0,
      }
      this.#expressions.set(phrase, expression)
    }
    return expression
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
