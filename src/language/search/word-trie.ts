import {endOfWord} from '../tokens.ts'

/** A row for each beginning of a word, a column for each symbol: a letter, or the end of the word. */
const columnBits = 5
const columns = 1 << columnBits
const rowsAtFirst = 1 << 8
const mostRows = (1 << 15) - 1
/** Few, since each may keep the text that it stands in alive. */
const mostRareWords = 1 << 10

/** Entries are rows, or `unknown`, or below it the number of a value that the word leads to. */
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

/** A longer word leads nowhere. */
const longestWord = 100

/** Where a word ends, which is looked for once for each word. */
const endFrom = (lower: string, start: number, known: number): number =>
  known > start ? known : endOfWord(lower, start)

/**
 * Knows the words of texts by heart, letter by letter, with what each leads to: most words of a text have been met
 * before and lead nowhere, and are passed without a thought.
 */
export class WordTrie<Value> {
  readonly #lookUp: (word: string) => Value | undefined
  #table = new Int16Array(rowsAtFirst * columns)
  #rows = 0
  #values: Value[] = []
  readonly #rareWords = new Map<string, Value | undefined>()

  /** @param lookUp what a word leads to, if to anything; asked when the word is first met */
  constructor(lookUp: (word: string) => Value | undefined) {
    this.#lookUp = lookUp
    this.#forget()
  }

  /** Takes the words of a text in lower case that lead to something, from first to last. */
  walk(lower: string, take: (value: Value, start: number, end: number) => void): void {
    if (this.#rows >= mostRows) this.#forget()
    if (this.#rareWords.size >= mostRareWords) this.#rareWords.clear()
    let row = root
    let start = 0
    let end = 0
    for (let at = 0; at < lower.length || row !== root; ) {
      if (row === root) start = at
      const symbol = at < lower.length ? symbolAt(lower, at) : wordEnd
      const next = this.#table[(row << columnBits) | symbol]!
      if (next > unknown) {
        row = next
        at++
        continue
      }
      if (next < unknown) {
        take(this.#values[-next - 1]!, start, at)
        row = root
        continue
      }
      end = endFrom(lower, start, end)
      const isWhole = row !== root && end === at
      if (!isWhole && symbol !== rare && this.#rows < mostRows && end - start <= longestWord) {
        row = this.#addRow(row, symbol)
        at++
        continue
      }
      const value = isWhole
        ? this.#valueOf(row, lower, start, end)
        : this.#valueOfRare(lower.slice(start, end))
      if (value !== undefined) take(value, start, end)
      at = Math.max(at, end, start + 1)
      row = root
    }
  }

  #forget(): void {
    this.#table = new Int16Array(rowsAtFirst * columns)
    this.#table[(root << columnBits) | wordEnd] = root
    this.#rows = root + 1
    this.#values = []
    this.#rareWords.clear()
  }

  #addRow(row: number, symbol: number): number {
    const added = this.#rows++
    if (this.#rows * columns > this.#table.length) {
      const larger = new Int16Array(this.#table.length * 2)
      larger.set(this.#table)
      this.#table = larger
    }
    this.#table[(row << columnBits) | symbol] = added
    return added
  }

  /** What the word leads to whose last letter has led to this row. */
  #valueOf(row: number, lower: string, start: number, end: number): Value | undefined {
    const place = (row << columnBits) | wordEnd
    const entry = this.#table[place]!
    if (entry > unknown) return undefined
    if (entry < unknown) return this.#values[-entry - 1]
    const value = this.#lookUp(lower.slice(start, end))
    this.#table[place] = value === undefined ? root : -this.#values.push(value)
    return value
  }

  /** Of a word that is not walked letter by letter; the text is empty where a mark stands alone. */
  #valueOfRare(word: string): Value | undefined {
    if (word === '' || word.length > longestWord) return undefined
    if (!this.#rareWords.has(word)) this.#rareWords.set(word, this.#lookUp(word))
    return this.#rareWords.get(word)
  }
}
