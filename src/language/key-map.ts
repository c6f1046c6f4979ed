import type {Filed} from './phrases.ts'

const nothing: readonly number[] = []
const sharedLetters = 3
const shortestHead = 2
const digit = /^\p{Nd}/u

interface Part {
  text: string
  items: readonly number[]
}

/** Numbers filed under keys, given back for a word that fits the key; a word leads straight to them. */
export class KeyMap {
  readonly #words: ReadonlyMap<string, readonly number[]>
  /** By the first letters of the key, as many as `sharedLetters`, and the last letters. */
  readonly #prefixes = new Map<string, Part[]>()
  readonly #tails = new Map<string, Part[]>()

  constructor(filed: Filed) {
    this.#words = new Map(Object.entries(filed))
    for (const [key, items] of this.#words) {
      if (key.endsWith('*'))
        file(this.#prefixes, key.slice(0, -1).slice(0, sharedLetters), key.slice(0, -1), items)
      else if (key.startsWith('*')) file(this.#tails, key.slice(-sharedLetters), key.slice(1), items)
    }
  }

  /** What stands under the whole word. */
  ofWord(word: string): readonly number[] {
    return this.#words.get(word) ?? nothing
  }

  /** What stands under the end of the word, with what goes before it: "skift" in "skiftformann". */
  ofTail(word: string): {item: number; head: string}[] {
    return (this.#tails.get(word.slice(-sharedLetters)) ?? [])
      .filter(({text}) => word.endsWith(text) && word.length - text.length >= shortestHead)
      .flatMap(({text, items}) => items.map((item) => ({item, head: word.slice(0, -text.length)})))
  }

  /** What stands under the word, its beginning or its end, or under numbers if it is one. */
  of(word: string): readonly number[] {
    const items = digit.test(word) ? [...this.ofWord('#')] : []
    items.push(...this.ofWord(word))
    for (let length = 1; length <= sharedLetters; length++) {
      for (const part of this.#prefixes.get(word.slice(0, length)) ?? []) {
        if (word.startsWith(part.text)) items.push(...part.items)
      }
    }
    items.push(...this.ofTail(word).map(({item}) => item))
    return items
  }
}

const file = (map: Map<string, Part[]>, name: string, text: string, items: readonly number[]): void => {
  const list = map.get(name)
  if (list) list.push({text, items})
  else map.set(name, [{text, items}])
}
