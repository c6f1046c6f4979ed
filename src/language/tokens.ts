import type {Token} from './types.ts'

const nothing = 0
const letter = 1
const mark = 2
const digit = 3

const kindOf = (unit: string): number => {
  if (/\p{L}/u.test(unit)) return letter
  if (/\p{M}/u.test(unit)) return mark
  return /\p{Nd}/u.test(unit) ? digit : nothing
}

/** Basic Latin to Latin Extended-B, the letters of nearly all ads. */
const latin = Uint8Array.from({length: 0x250}, (_, code) => kindOf(String.fromCharCode(code)))

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code < latin.length ? latin[code]! : kindOf(text[at]!)
}

const wordEnd = (text: string, from: number): number => {
  let end = from + 1
  for (; end < text.length; end++) {
    const kind = kindAt(text, end)
    if (kind !== letter && kind !== mark) break
  }
  return end
}

const numberEnd = (text: string, from: number): number => {
  let end = from + 1
  while (end < text.length && kindAt(text, end) === digit) end++
  return end
}

/** Where the word or number that begins at a place of a text in lower case ends; that place itself if none does. */
export const endOfWord = (lower: string, at: number): number => {
  const kind = kindAt(lower, at)
  if (kind === letter) return wordEnd(lower, at)
  return kind === digit ? numberEnd(lower, at) : at
}

/** Where the next word or number begins, or the end of the text. */
export const startOfNext = (lower: string, from: number): number => {
  let at = from
  while (at < lower.length) {
    const kind = kindAt(lower, at)
    if (kind === letter || kind === digit) break
    at++
  }
  return at
}

/** Where the words and numbers of a text in lower case begin. */
export const startsOfWords = (lower: string): number[] => {
  const starts: number[] = []
  let at = startOfNext(lower, 0)
  while (at < lower.length) {
    starts.push(at)
    at = startOfNext(lower, endOfWord(lower, at))
  }
  return starts
}

/** Takes each word and number of a text in lower case with its place, as `tokenise` gives them. */
export const eachWord = (lower: string, take: (word: string, start: number, end: number) => void): void => {
  for (let at = 0; at < lower.length; ) {
    const end = endOfWord(lower, at)
    if (end > at) take(lower.slice(at, end), at, end)
    at = Math.max(end, at + 1)
  }
}

/**
 * The words and numbers of a text in lower case, with their places; `start` is where the text itself begins.
 * Hyphens part words and letters part from digits: "LO-formann i 20-åra" is lo, formann, i, 20, åra.
 */
export const tokenise = (lower: string, start = 0): Token[] => {
  const tokens: Token[] = []
  eachWord(lower, (word, from, to) => tokens.push({word, start: start + from, end: start + to}))
  return tokens
}
