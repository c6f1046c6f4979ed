import {KeyMap} from './key-map.ts'
import {anyInitial, initialOf, type Key, type Keys} from './keys.ts'
import {keysFor} from './known-keys.ts'
import {isPlainWord, type Pattern, readPattern} from './pattern.ts'
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

/** An expression with operators. */
interface Expression<Value> {
  phrase: Phrase<Value>
  keys: Keys
  read: Pattern
  /** Numbers of keys of which a word must be met in the same sentence. */
  needs: readonly number[]
  /** The latest search in which it was met. */
  wokenBy: number
}

/** A plain word in one of its guises. */
interface Form<Value> {
  phrase: Phrase<Value>
  head: string
  genitive: boolean
}

/** All that a word leads to. */
interface Lead<Value> {
  forms: readonly Form<Value>[]
  expressions: readonly Expression<Value>[]
  needs: readonly number[]
}

const noLead: Lead<never> = {forms: [], expressions: [], needs: []}
const knownWords = 20_000

/**
 * All expressions of a vocabulary, found in one pass over the words of a text. A word leads straight to the
 * expressions that begin with it, or that hold it among more common words, so that the time hardly grows with the
 * vocabulary.
 */
export class PhraseIndex<Value> {
  readonly #plain = new KeyMap<Phrase<Value>>()
  readonly #expressions = new KeyMap<Expression<Value>>()
  readonly #needs = new KeyMap<number>()
  readonly #needNumbers = new Map<string, number>()
  readonly #leads = new Map<string, Lead<Value>>()
  /** By the number of a need: the latest search in which it was met. */
  readonly #met: number[] = []
  #search = 0

  constructor(phrases: Iterable<Phrase<Value>>) {
    for (const phrase of phrases) {
      if (isPlainWord(phrase.pattern)) this.#addWord(phrase)
      else this.#addExpression(phrase)
    }
  }

  #addWord(phrase: Phrase<Value>): void {
    const word = phrase.pattern.toLowerCase()
    this.#plain.add(word, phrase)
    if (phrase.tail) this.#plain.add(`*${word}`, phrase)
  }

  #addExpression(phrase: Phrase<Value>): void {
    const keys = keysFor(phrase.pattern)
    const needs = keys.needs.map((words) => this.#needNumber(words))
    const expression = {phrase, keys, read: readPattern(phrase.pattern), needs, wokenBy: 0}
    for (const key of keys.words) this.#expressions.add(key, expression)
  }

  #needNumber(keys: readonly Key[]): number {
    const name = keys.join(' ')
    const known = this.#needNumbers.get(name)
    if (known !== undefined) return known
    const number = this.#met.push(0) - 1
    this.#needNumbers.set(name, number)
    for (const key of keys) this.#needs.add(key, number)
    return number
  }

  /** The matches in a text in lower case, in its order, with places counted from `offset`. */
  find(lower: string, offset = 0): readonly Match<Value>[] {
    const matches: Match<Value>[] = []
    const firsts: [Expression<Value>, place: number][] = []
    const woken: Expression<Value>[] = []
    const starts: number[] = []
    const search = ++this.#search
    eachWord(lower, (word, start, end) => {
      starts.push(start)
      const lead = this.#leadOf(word)
      if (lead === noLead) return
      for (const form of lead.forms) matches.push(matchOf(form, offset + start, offset + end))
      for (const expression of lead.expressions) {
        if (expression.keys.first) firsts.push([expression, starts.length - 1])
        else if (expression.wokenBy !== search) {
          expression.wokenBy = search
          woken.push(expression)
        }
      }
      for (const need of lead.needs) this.#met[need] = search
    })
    if (firsts.length + woken.length > 0) {
      const initials = starts.map((start) => initialOf(lower, start))
      const tryAt = (expression: Expression<Value>, place: number): void => {
        const end = endAt(expression, lower, starts[place]!, initials, place)
        if (end !== undefined) matches.push(matchOf(whole(expression), offset + starts[place]!, offset + end))
      }
      for (const [expression, place] of firsts) tryAt(expression, place)
      for (const expression of woken) {
        if (expression.needs.some((need) => this.#met[need] !== search)) continue
        for (let place = 0; place < starts.length; place++) tryAt(expression, place)
      }
    }
    return matches.length > 1 ? matches.sort((one, other) => one.start - other.start) : matches
  }

  /** Words come again and again, so what one leads to is kept. */
  #leadOf(word: string): Lead<Value> {
    let lead = this.#leads.get(word)
    if (!lead) {
      const forms = [...this.#formsOf(word)]
      const expressions = this.#expressions.of(word)
      const needs = this.#needs.of(word)
      lead = forms.length + expressions.length + needs.length > 0 ? {forms, expressions, needs} : noLead
      if (this.#leads.size >= knownWords) this.#leads.clear()
      this.#leads.set(word, lead)
    }
    return lead
  }

  *#formsOf(word: string): Iterable<Form<Value>> {
    for (const phrase of this.#plain.ofWord(word)) yield {phrase, head: '', genitive: false}
    for (const {item, head} of this.#plain.ofTail(word)) yield {phrase: item, head, genitive: false}
    if (!word.endsWith('s')) return
    const base = word.slice(0, -1)
    for (const phrase of this.#plain.ofWord(base)) {
      if (phrase.noun) yield {phrase, head: '', genitive: true}
    }
    for (const {item, head} of this.#plain.ofTail(base)) {
      if (item.noun) yield {phrase: item, head, genitive: true}
    }
  }
}

/** Where a match that begins with a word ends; most words are ruled out by their first letter, or the next one's. */
const endAt = (
  {keys, read}: Pick<Expression<unknown>, 'keys' | 'read'>,
  lower: string,
  start: number,
  initials: readonly number[],
  place: number,
): number | undefined => {
  const [first, second] = keys.initials
  const fits = first & initials[place]! && (second === anyInitial || second & (initials[place + 1] ?? 0))
  return fits ? read.endIn(lower, start) : undefined
}

const matchOf = <Value>({phrase, head, genitive}: Form<Value>, start: number, end: number): Match<Value> => ({
  value: phrase.value,
  pattern: phrase.pattern,
  start,
  end,
  head,
  genitive,
})

const whole = <Value>({phrase}: Expression<Value>): Form<Value> => ({phrase, head: '', genitive: false})
