import {BadInput} from './bad-input.ts'
import type {Format} from './reader.ts'

const million = 1e6

/** No file with ads is larger; it would take more memory than people have to spare. */
export const mostBytes = 20 * million

/** What no ad and no word of one comes near; what does is a picture or another file that has got into the text. */
const longest = {text: 5 * million, word: 10_000}

/** Most of a document may be pictures, which are not unpacked. */
const mostPacked = 100 * million

const refuse = (size: number, most: number): void => {
  if (size > most) throw new BadInput('tooLarge', {most: String(most / million)})
}

/** @throws BadInput */
export const refuseTooLarge = (bytes: number, format?: Pick<Format, 'isPacked'>): void => {
  if (!format?.isPacked) refuse(bytes, mostBytes)
  else if (bytes > mostPacked) throw new BadInput('tooLargePacked', {most: String(mostPacked / million)})
}

/** Values of data, or elements, texts and comments of markup; each takes about a kilobyte when it is read. */
const mostNodes = 300_000

/** @throws BadInput */
export const refuseTooMany = (nodes: number): void => {
  if (nodes > mostNodes) throw new BadInput('tooBig')
}

/** @throws BadInput */
export const refuseTooLong = (letters: number): void => refuse(letters, longest.text)

/** @throws BadInput */
export const refuseEndlessWord = (text: string): void => {
  if (text.length > longest.word && text.split(/[ \n]/).some((word) => word.length > longest.word))
    throw new BadInput('endlessWord')
}
