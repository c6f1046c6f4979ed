import {createHash} from 'node:crypto'

/** What stands unseen at the end of every text of ours. */
export interface Mark {
  /** The finding that a comment is about, or `review` for the text of a review. */
  id: string
  /** Of the text above it, as it was written. */
  digest: string
}

const mark = /\n<!-- utlys:([\w:]{1,40}) ([0-9a-f]{16}) -->\s*$/

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

export const withMark = (text: string, id: string): string =>
  `${text}\n\n<!-- utlys:${id} ${digestOf(text)} -->`

/** Only at the end, so that nothing that is quoted can be taken for it. */
export const readMark = (body: string): Mark | undefined => {
  const [, id, digest] = mark.exec(body) ?? []
  return id === undefined || digest === undefined ? undefined : {id, digest}
}

/** Whether a text that we would write now is the one that was written then. */
export const isAsWritten = (text: string, {digest}: Mark): boolean => digestOf(text) === digest
