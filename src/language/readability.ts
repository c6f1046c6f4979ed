import type {Role, Sentence} from './types.ts'

/** How much a text holds. */
export interface Size {
  /** Words as a reader counts them: what stands between spaces and holds a letter. */
  words: number
  /** Words of more than six letters, which count as long (Björnsson 1968). */
  long: number
}

const shortestLong = 7

const letter = /\p{L}/u

/** Latin to Latin Extended-B. */
const isLetter = Uint8Array.from({length: 0x250}, (_, code) => Number(letter.test(String.fromCharCode(code))))

const space = 32

/** Counts the words of a text in one pass, without making them. */
export const sizeOf = (text: string): Size => {
  const size = {words: 0, long: 0}
  let letters = 0
  const end = (): void => {
    if (letters > 0) size.words++
    if (letters >= shortestLong) size.long++
    letters = 0
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) end()
    else if (isLetter[code] === 1) letters++
  }
  end()
  return size
}

/**
 * The readability index LIX of some sentences: the mean number of words in a sentence plus the long words in
 * per cent of all words. Norwegian is very easy to read below 30, easy below 40, medium below 50, difficult below
 * 60 and very difficult above that (https://tansa.com/no/liks). 0 for text without words.
 */
export const lixOf = (sentences: readonly Size[]): number => {
  const words = wordsOf(sentences)
  const long = sentences.reduce((sum, size) => sum + size.long, 0)
  return words === 0 ? 0 : words / sentences.length + (100 * long) / words
}

/** The words of some sentences together. */
export const wordsOf = (sentences: readonly Size[]): number =>
  sentences.reduce((sum, {words}) => sum + words, 0)

/** Sentences that are looked up rather than read, or that are not the author's own words. */
const notRead: readonly Role[] = ['kontakt', 'nøkkelinfo', 'søkerliste', 'sitat']

/** A line without an end mark and of fewer words is a title, a label or a list item that lost its mark. */
const fewestWords = 8

const endMark = /[.!?…]["»”’)]?$/u

/** Whether a sentence is running prose: only there do length and LIX tell how hard a text is to read. */
export const isProse = ({block, role, text}: Pick<Sentence, 'block' | 'role' | 'text'>): boolean =>
  block.kind === 'paragraph' &&
  !notRead.includes(role) &&
  (endMark.test(text.slice(-2)) || sizeOf(text).words >= fewestWords)
