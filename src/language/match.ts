import type {Node} from './pattern.ts'

/** No word is longer, so that no expression can run on. */
export const longestWord = 60

const letter = /[a-zß-öø-ɏ]/
const letterOrDigit = /[a-zß-öø-ɏ\d]/
const dash = /[-‐‑–—]/
const blank = /\s/

/** Takes the place that has been reached and gives the end of the whole match, or undefined to go back. */
type Accept = (at: number) => number | undefined

/**
 * Where a match of an expression that begins at `at` ends; it ends with a whole word. Expressions are
 * walked and not compiled: a check of one ad asks for hundreds of them, each a few times.
 */
export const endOfMatch = (nodes: readonly Node[], text: string, at: number): number | undefined =>
  walk(nodes, 0, text, at, (end) => (end < text.length && letterOrDigit.test(text[end]!) ? undefined : end))

const walk = (
  nodes: readonly Node[],
  i: number,
  text: string,
  at: number,
  accept: Accept,
): number | undefined => {
  const node = nodes[i]
  if (!node) return accept(at)
  for (const reached of placesAfter(node, text, at)) {
    const end = walk(nodes, i + 1, text, reached, accept)
    if (end !== undefined) return end
  }
  if (node.type !== 'group') return undefined
  for (const alternative of node.alternatives) {
    const end = walk(alternative, 0, text, at, (reached) => walk(nodes, i + 1, text, reached, accept))
    if (end !== undefined) return end
  }
  return undefined
}

/** The places that one node can lead to, in the order in which they are tried. */
const placesAfter = (node: Node, text: string, at: number): number[] => {
  switch (node.type) {
    case 'text':
      return text.startsWith(node.value, at) ? [at + node.value.length] : []
    case 'space': {
      const end = skip(blank, text, at)
      return end > at ? [end] : []
    }
    case 'dash':
      return afterDash(text, at, node.optional)
    case 'letters': {
      const end = Math.min(skip(letter, text, at), at + longestWord)
      return Array.from({length: end - at + 1}, (_, back) => end - back)
    }
    case 'digits':
      return afterNumber(node, text, at)
    case 'gap':
      return afterWords(text, at, node.words)
    case 'group':
      return []
  }
}

const skip = (what: RegExp, text: string, at: number): number => {
  let end = at
  while (end < text.length && what.test(text[end]!)) end++
  return end
}

const afterDash = (text: string, at: number, optional: boolean): number[] => {
  const isDash = (place: number): boolean => place < text.length && dash.test(text[place]!)
  const isBlank = (place: number): boolean => place < text.length && blank.test(text[place]!)
  if (!optional) return isDash(at) ? [at + 1] : []
  const before = isBlank(at) ? at + 1 : at
  const places = isDash(before) ? (isBlank(before + 1) ? [before + 2, before + 1] : [before + 1]) : []
  return isBlank(at) ? [...places, at + 1, at] : [...places, at]
}

const afterNumber = (node: Node & {type: 'digits'}, text: string, at: number): number[] => {
  const end = skip(/\d/, text, at)
  const length = end - at
  const value = Number(text.slice(at, end))
  const starts = at === 0 || !/\d/.test(text[at - 1]!)
  const fits = length >= node.shortest && length <= node.longest && value >= node.min && value <= node.max
  return starts && fits ? [end] : []
}

/** After no word, one word, … up to so many. */
const afterWords = (text: string, at: number, words: number): number[] => {
  const places = [at]
  let place = at
  while (places.length <= words) {
    const end = skip(/\S/, text, place)
    const next = skip(blank, text, end)
    if (end === place || end - place > longestWord || next === end) break
    places.push(next)
    place = next
  }
  return places
}
