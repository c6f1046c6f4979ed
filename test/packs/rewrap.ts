import {sentencesOf} from '../../src/packs/fingerprint.ts'

/** The parts of a text that stay apart when it is wrapped anew: headings, list items, paragraphs. */
const partsOf = (text: string): string[] => {
  const sentences = sentencesOf(text)
  const source = text.split('\n')
  const parts: string[] = []
  let last = 0
  for (const {text: words, firstLine, lastLine} of sentences) {
    const goesOn = firstLine === last || (firstLine === last + 1 && /[.!?]\s*$/.test(source[last - 1]!))
    const isItem = /^\s*•/.test(source[firstLine - 1]!)
    if (goesOn && !isItem) parts.push(`${parts.pop()} ${words}`)
    else parts.push(isItem ? `• ${words}` : words)
    last = lastLine
  }
  return parts
}

/** The same text with lines of another width, as a word processor breaks them. */
export const rewrapped = (text: string, width: number, hyphens: boolean): string =>
  partsOf(text)
    .map((part) => wrapped(part, width, hyphens))
    .join('\n\n')

const wrapped = (text: string, width: number, hyphens: boolean): string => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    const room = width - line.length - 1
    if (line === '' || word.length <= room) lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
    else if (hyphens && /^\p{Ll}{9,}$/u.test(word) && room > 4) {
      lines[lines.length - 1] = `${line} ${word.slice(0, 4)}-`
      lines.push(word.slice(4))
    } else lines.push(word)
  }
  return lines.join('\n')
}
