import type {Filed} from './phrases.ts'

const nothing: readonly number[] = []
const sharedLetters = 3
const shortestHead = 2
const digit = /^\p{Nd}/u

interface Part {
  text: string
  numbers: string
}

/** Numbers filed under keys, given back for a word that fits the key; a word leads straight to them. */
export class KeyMap {
  readonly #words = new Map<string, string>()
  /** By the first letters of the key, as many as `sharedLetters`, and the last letters. */
  readonly #prefixes = new Map<string, Part[]>()
  readonly #tails = new Map<string, Part[]>()

  constructor({keys, numbers}: Filed) {
    const all = numbers.split(' ')
    for (const [i, key] of (keys ? keys.split(' ') : []).entries()) {
      if (key.endsWith('*'))
        file(this.#prefixes, key.slice(0, sharedLetters).replace('*', ''), key.slice(0, -1), all[i]!)
      else if (key.startsWith('*')) file(this.#tails, key.slice(-sharedLetters), key.slice(1), all[i]!)
      else this.#words.set(key, all[i]!)
    }
  }

  /** What stands under the whole word. */
  ofWord(word: string): readonly number[] {
    const numbers = this.#words.get(word)
    return numbers === undefined ? nothing : numbersIn(numbers)
  }

  /** What stands under the end of the word, with what goes before it: "skift" in "skiftformann". */
  ofTail(word: string): {item: number; head: string}[] {
    return (this.#tails.get(word.slice(-sharedLetters)) ?? [])
      .filter(({text}) => word.endsWith(text) && word.length - text.length >= shortestHead)
      .flatMap(({text, numbers}) =>
        numbersIn(numbers).map((item) => ({item, head: word.slice(0, -text.length)})),
      )
  }

  /** What stands under the word, its beginning or its end, or under numbers of its length if it is one. */
  of(word: string): readonly number[] {
    const items = digit.test(word) ? [...this.ofWord(`#${word.length}`)] : []
    items.push(...this.ofWord(word))
    for (let length = 1; length <= sharedLetters; length++) {
      for (const part of this.#prefixes.get(word.slice(0, length)) ?? []) {
        if (word.startsWith(part.text)) items.push(...numbersIn(part.numbers))
      }
    }
    items.push(...this.ofTail(word).map(({item}) => item))
    return items
  }
}

const numbersIn = (numbers: string): number[] => numbers.split(',').map(Number)

const file = (map: Map<string, Part[]>, name: string, text: string, numbers: string): void => {
  const list = map.get(name)
  if (list) list.push({text, numbers})
  else map.set(name, [{text, numbers}])
}
