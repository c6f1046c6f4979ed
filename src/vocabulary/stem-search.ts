import {expand} from './expand.ts'

/** Tells of each stem found, in the order of the text: the list that it is of, and where it begins and ends. */
export type OnStem = (list: number, start: number, end: number) => void

interface Stem {
  text: string
  /** The lists that have it. */
  lists: number[]
}

/**
 * Looks for the stems of all lists in one pass through a text. Stems are filed under their first three letters,
 * so that most places of the text are passed with one look at a table.
 *
 * @param lists stems in lower case, in the grammar of `expand`
 * @throws Error for a stem that is not simple, which the tests of the vocabulary rule out
 */
export const createStemSearch = (
  lists: readonly (readonly string[])[],
): ((lower: string, onStem: OnStem) => void) => {
  const {signs, shelfOf, shelves} = fileStems(lists)
  return (lower, onStem) => {
    const report = (stems: readonly Stem[], start: number): void => {
      for (const {text, lists: found} of stems)
        if (lower.startsWith(text, start)) for (const list of found) onStem(list, start, start + text.length)
    }
    let first = lower.charCodeAt(0)
    let second = lower.charCodeAt(1)
    for (let i = 0; i < lower.length; i++) {
      const third = lower.charCodeAt(i + 2)
      const ofSign = signs[first & lastSign]
      if (ofSign) report(ofSign, i)
      const shelf = shelfOf[keyOf(first, second, third)]!
      if (shelf > 0) report(shelves[shelf]!, i)
      first = second
      second = third
    }
  }
}

/** Stems by their first letters. */
interface Files {
  /** Stems of one sign, such as a digit, by its code. */
  signs: (Stem[] | undefined)[]
  /** The number of the shelf for a key; 0 where there is none. */
  shelfOf: Uint16Array
  shelves: Stem[][]
}

/** Five bits tell the letters of the alphabet apart; which stem it is, is told by the text. */
const bits = 5
const values = 2 ** bits
const mask = values - 1

/** A sign is filed under the last seven bits of its code. */
const lastSign = 127

const keyOf = (first: number, second: number, third: number): number =>
  ((first & mask) << (2 * bits)) | ((second & mask) << bits) | (third & mask)

const fileStems = (lists: readonly (readonly string[])[]): Files => {
  const signs: (Stem[] | undefined)[] = new Array(lastSign + 1).fill(undefined)
  const shelfOf = new Uint16Array(values ** 3)
  const shelves: Stem[][] = [[]]
  for (const stem of stemsOf(lists)) {
    const sign = stem.text.charCodeAt(0) & lastSign
    if (stem.text.length === 1) signs[sign] = [...(signs[sign] ?? []), stem]
    else
      for (const key of keysOf(stem.text)) {
        if (shelfOf[key] === 0) shelfOf[key] = shelves.push([]) - 1
        shelves[shelfOf[key]!]!.push(stem)
      }
  }
  return {signs, shelfOf, shelves}
}

/** A stem of two letters may be followed by any. */
const keysOf = (text: string): number[] => {
  const [first, second, third] = [0, 1, 2].map((i) => text.charCodeAt(i)) as [number, number, number]
  if (text.length > 2) return [keyOf(first, second, third)]
  return Array.from({length: values}, (_, letter) => keyOf(first, second, letter))
}

const textsOf = (source: string): string[] => {
  const texts = expand(source)
  if (!texts) throw new Error(`"${source}" is not a simple expression`)
  return texts
}

const stemsOf = (lists: readonly (readonly string[])[]): Iterable<Stem> => {
  const stems = new Map<string, Stem>()
  lists.forEach((sources, list) => {
    for (const text of sources.flatMap(textsOf)) {
      const stem = stems.get(text)
      if (!stem) stems.set(text, {text, lists: [list]})
      else if (!stem.lists.includes(list)) stem.lists.push(list)
    }
  })
  return stems.values()
}
