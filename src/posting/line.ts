import type {MappedText} from './mapped-text.ts'
import type {Link} from './types.ts'

/** One line of a draft as its format gives it; what all readers yield and the block step takes. */
export interface Line {
  chars: MappedText
  /** 1 to 6 for a heading that the format marks, 7 for a line that is bold as a whole. */
  rank?: number
  /** The line begins a list item. */
  item?: boolean
  quote?: boolean
  /** The line is a form field: a `key: value` of the front matter, or of what holds the text. */
  given?: true
  /** The form field has what its source puts there when it knows nothing. */
  assumed?: true
  /** The format says that a block begins here. */
  begins?: boolean
  /** Blank lines before the line. */
  gap: number
}

/** A link with the source range of its words. */
export type SourceLink = Link
