import type {Decoded} from './decode.ts'
import type {Line, SourceLink} from './line.ts'
import type {Markup, Span, WaiverComment} from './types.ts'

/** A file before anything is known of what is in it. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
  /** The bytes as text, for those formats that are text. @throws BadInput */
  text(): Decoded
}

/** An ad as its format gives it; what all readers yield. Lines and links have their places in `source`. */
export interface Reading {
  /** The decoded file; of a format that is no text, the text of the document with one line for each paragraph. */
  source: string
  lines: Line[]
  links: SourceLink[]
  /** Where it begins, for one of several in a file of data. */
  start?: number
  /** The name that its source has for it. */
  id?: string
  /** Places of words that wait for others. */
  prompts?: readonly Span[]
  profile: Record<string, string>
  waivers: WaiverComment[]
  /** What a line of `source` is to people; a line of the file when absent. */
  unit?: 'paragraph'
  /** How text is put into `source`; as it is when absent. */
  markup?: Markup
  /** What a text was kept in when that is not UTF-8. */
  encoding?: string
  /** Some bytes of the file are no letters. */
  isDamaged?: true
}

/** The one skeleton of every file in `readers/`. */
export interface Reader {
  name: string
  /** One reading for each ad of the file. @throws BadInput */
  read(file: SourceFile): Reading[] | Promise<Reading[]>
}

/** What is known of a format before its reader is loaded. */
export interface Format {
  /** File name endings, without the dot. */
  extensions: readonly string[]
  /** People write drafts in it: what has these endings is taken for an ad when a folder is named. */
  isForDrafts: boolean
  /** Words can be exchanged in the file, and lines put in, where a finding says so. */
  isEditable: boolean
  /**
   * Whether a file whose name tells nothing is of this format.
   *
   * @param head the first bytes, one letter each, without byte order mark, leading blanks and the zeros of UTF-16
   */
  looksLike(head: string): boolean
  /** What looks like it is of this format whatever its name says: it has a mark of its own. */
  isCertain?: true
  /** It is a zip file. */
  isPacked?: true
  load(): Promise<Reader>
}
