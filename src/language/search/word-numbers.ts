import {endOfWord, startOfNext} from '../tokens.ts'

/** A row for each beginning of a word, a column for each symbol: a letter, or the end of the word. */
const columnBits = 5
const columns = 1 << columnBits
const rowsAtFirst = 1 << 8
const mostRareWords = 1 << 10
/** Each may end a word; the numbers of all words fit into fifteen bits. */
const mostRows = (1 << 15) - 1 - mostRareWords

/** Entries are rows, or `unknown`, or below it the number of a word. */
const unknown = 0
const root = 1

const wordEnd = 0
/** Digits, and letters that are rare in Norwegian. */
const rare = columns - 1

const alphabet = [...'abcdefghijklmnopqrstuvwxyzæøåé']
const letterOrDigit = /[\p{L}\p{M}\p{Nd}]/u

const symbols = Uint8Array.from({length: 0x250}, (_, code) => {
  const char = String.fromCharCode(code)
  if (!letterOrDigit.test(char)) return wordEnd
  const place = alphabet.indexOf(char)
  return place < 0 ? rare : place + 1
})

const symbolAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (code < symbols.length) return symbols[code]!
  return letterOrDigit.test(text.charAt(at)) ? rare : wordEnd
}

/** A longer word has no number, and leads nowhere. */
export const longestWord = 100

/** The number of a word that has none. */
export const noNumber = 0

/** Knows the words of texts by heart, letter by letter: most words of a text have been met before. */
export class WordNumbers {
  #table = new Int16Array(rowsAtFirst * columns)
  #rows = root + 1
  #last = noNumber
  readonly #rareWords = new Map<string, number>()

  /** Many more words would have no number. */
  get isFull(): boolean {
    return this.#rows >= mostRows || this.#rareWords.size >= mostRareWords
  }

  /** Takes the words of a text in lower case with their numbers, from first to last. */
  each(lower: string, take: (number: number, start: number) => void): void {
    for (let at = startOfNext(lower, 0); at < lower.length; ) {
      const start = at
      let row = root
      let next = unknown
      for (;;) {
        next = this.#table[(row << columnBits) | (at < lower.length ? symbolAt(lower, at) : wordEnd)]!
        if (next <= unknown) break
        row = next
        at++
      }
      if (next < unknown) take(-next, start)
      else {
        at = endOfWord(lower, start)
        take(this.#numberOf(lower, start, at), start)
      }
      at = startOfNext(lower, at)
    }
  }

  /** Of a word that has not been met, or has rare letters. */
  #numberOf(lower: string, start: number, end: number): number {
    if (end - start > longestWord) return noNumber
    let row = root
    for (let at = start; at < end; at++) {
      const symbol = symbolAt(lower, at)
      if (symbol === rare) return this.#numberOfRare(lower.slice(start, end))
      const place = (row << columnBits) | symbol
      if (this.#table[place] === unknown) {
        if (this.#rows >= mostRows) return noNumber
        this.#addRow(place)
      }
      row = this.#table[place]!
    }
    const place = (row << columnBits) | wordEnd
    if (this.#table[place] === unknown) this.#table[place] = -++this.#last
    return -this.#table[place]!
  }

  #addRow(place: number): void {
    const added = this.#rows++
    if (this.#rows * columns > this.#table.length) {
      const larger = new Int16Array(this.#table.length * 2)
      larger.set(this.#table)
      this.#table = larger
    }
    this.#table[place] = added
  }

  #numberOfRare(word: string): number {
    const known = this.#rareWords.get(word)
    if (known !== undefined) return known
    if (this.#rareWords.size >= mostRareWords) return noNumber
    this.#rareWords.set(word, ++this.#last)
    return this.#last
  }
}
