/** What is to be written beside the words of a document. */
export interface Note {
  /** The words in the text of the document; the whole paragraph when it is empty, the first when absent. */
  range?: readonly [start: number, end: number]
  /** The paragraphs of the comment; the first is its heading. */
  lines: readonly string[]
  /** Put below the heading when the words stand in a text box, which the comment can only be beside. */
  inBox?: string
  /** An exchange to propose. */
  change?: Change
}

export interface Change {
  range: readonly [start: number, end: number]
  text: string
}

/** Who comments, and on which day. */
export interface Stamp {
  author: string
  /** ISO date. */
  date: string
}
