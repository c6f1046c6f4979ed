import {BadInput} from './bad-input.ts'
import type {Format} from './reader.ts'

const million = 1e6

/** No file with ads is larger; it would take more memory than people have to spare. */
export const mostBytes = 20 * million

/** What no ad and no word of one comes near; what does is a picture or another file that has got into the text. */
const longest = {text: 5 * million, word: 10_000}

/** Most of a document may be pictures, which are not unpacked. */
const mostPacked = 100 * million

const refuse = (size: number, most: number, code: string): void => {
  if (size > most) throw new BadInput(code, {most: String(most / million)})
}

type Kind = Pick<Format, 'isPacked' | 'isForDrafts'>

/** How much is read of a file of a format. */
export const mostBytesOf = ({isPacked}: Kind): number => (isPacked ? mostPacked : mostBytes)

/** @throws BadInput */
export const refuseTooLarge = (bytes: number, format?: Kind): void => {
  if (format?.isPacked) refuse(bytes, mostPacked, 'tooLargePacked')
  else refuse(bytes, mostBytes, format?.isForDrafts ? 'tooLargeDraft' : 'tooLarge')
}

/** Values of data, or elements, texts and comments of markup; each takes about a kilobyte when it is read. */
const mostNodes = 300_000

/** @throws BadInput */
export const refuseTooMany = (nodes: number): void => {
  if (nodes > mostNodes) throw new BadInput('tooBig')
}

/** @throws BadInput */
export const refuseTooLong = (letters: number): void => refuse(letters, longest.text, 'tooLargeDraft')

/** @throws BadInput */
export const refuseEndlessWord = (text: string): void => {
  if (text.length > longest.word && text.split(/[ \n]/).some((word) => word.length > longest.word))
    throw new BadInput('endlessWord')
}
