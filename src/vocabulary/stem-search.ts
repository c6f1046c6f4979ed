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
  const {long, short} = fileStems(lists)
  return (lower, onStem) => {
    const report = (stems: readonly Stem[], start: number): void => {
      for (const {text, lists: found} of stems)
        if (lower.startsWith(text, start)) for (const list of found) onStem(list, start, start + text.length)
    }
    let first = lower.charCodeAt(0)
    let second = lower.charCodeAt(1)
    for (let i = 0; i < lower.length; i++) {
      const third = lower.charCodeAt(i + 2)
      const ofThree = long[keyOf(first, second, third)]
      if (ofThree) report(ofThree, i)
      const ofOne = short[first & lastKey]
      if (ofOne) report(ofOne, i)
      first = second
      second = third
    }
  }
}

type Table = (Stem[] | undefined)[]

const tableSize = 4096
const lastKey = tableSize - 1

/** Different letters may share a key; which stem it is, is told by the text. */
const keyOf = (first: number, second: number, third: number): number =>
  (first * 289 + second * 17 + third) & lastKey

const fileStems = (lists: readonly (readonly string[])[]): {long: Table; short: Table} => {
  const long: Table = new Array(tableSize).fill(undefined)
  const short: Table = new Array(tableSize).fill(undefined)
  for (const stem of stemsOf(lists)) {
    const [first, second, third] = [0, 1, 2].map((i) => stem.text.charCodeAt(i)) as [number, number, number]
    const [table, key] = stem.text.length < 3 ? [short, first & lastKey] : [long, keyOf(first, second, third)]
    const known = table[key]
    if (known) known.push(stem)
    else table[key] = [stem]
  }
  return {long, short}
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
