import type {Key} from './keys.ts'

const nothing: readonly never[] = []
const sharedLetters = 3
const shortestHead = 2
const digit = /^\p{Nd}/u

const push = <Name, Item>(map: Map<Name, Item[]>, name: Name, item: Item): void => {
  const list = map.get(name)
  if (list) list.push(item)
  else map.set(name, [item])
}

/** Items filed under keys, given back for a word that fits the key; a word leads straight to its items. */
export class KeyMap<Item> {
  readonly #words = new Map<string, Item[]>()
  /** By the first letters of the key, as many as `sharedLetters`, and the last letters. */
  readonly #prefixes = new Map<string, {text: string; item: Item}[]>()
  readonly #tails = new Map<string, {text: string; item: Item}[]>()
  readonly #numbers: Item[] = []

  add(key: Key, item: Item): void {
    if (key === '#') this.#numbers.push(item)
    else if (key.startsWith('*')) push(this.#tails, key.slice(-sharedLetters), {text: key.slice(1), item})
    else if (key.endsWith('*')) {
      const text = key.slice(0, -1)
      push(this.#prefixes, text.slice(0, sharedLetters), {text, item})
    } else push(this.#words, key, item)
  }

  /** The items whose key is the whole word. */
  ofWord(word: string): readonly Item[] {
    return this.#words.get(word) ?? nothing
  }

  /** The items whose key is the end of the word, with what stands before it: "skift" in "skiftformann". */
  ofTail(word: string): {item: Item; head: string}[] {
    return (this.#tails.get(word.slice(-sharedLetters)) ?? nothing)
      .map(({text, item}) => ({item, head: word.endsWith(text) ? word.slice(0, -text.length) : ''}))
      .filter(({head}) => head.length >= shortestHead)
  }

  /** The items whose key fits the word in any way. */
  of(word: string): readonly Item[] {
    const items: Item[] = digit.test(word) ? [...this.#numbers] : []
    items.push(...this.ofWord(word))
    for (let length = 1; length <= sharedLetters; length++) {
      for (const {text, item} of this.#prefixes.get(word.slice(0, length)) ?? nothing) {
        if (word.startsWith(text)) items.push(item)
      }
    }
    items.push(...this.ofTail(word).map(({item}) => item))
    return items.length > 0 ? items : nothing
  }
}
