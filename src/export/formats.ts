import nav from './formats/nav.yml'
import schemaOrg from './formats/schema-org.yml'

/** A property with one value, taken from what is known of the ad. */
export interface Leaf {
  /** The name of the fact, with dots for what it holds; `.` is the item itself. */
  from: string
  /** Codes in the place of words; other words are left out. */
  values?: Readonly<Record<string, string | number | boolean | null>>
  /** Other words are wrong. */
  choice?: boolean
  /** What stands there when there is no fact. */
  otherwise?: string | number
  as?: 'date' | 'number'
  /** What follows the value, such as a time of day. */
  after?: string
  /** The key of what to say when it is missing. */
  needed?: string
  /** The key of what to say when there are several. */
  single?: string
  /** The most characters that there is room for. */
  most?: number
  pattern?: string
  /** The key of what to say when the pattern is another. */
  wrong?: string
  /** It is not later than so many months after another fact, nor before that. */
  months?: {from: string; most: number}
  /** It says nothing alone: without other values the object is left out. */
  beside?: boolean
}

/** A property that is a list: a shape for each item of a fact. */
export interface Each {
  each: string
  needed?: string
  shape: Shape
}

export interface Members {
  readonly [name: string]: Shape
}

/** What stands at a place of the data; a list gathers what its parts give. */
export type Shape = string | number | boolean | Leaf | Each | readonly Shape[] | Members

/** How ads are written in one format. Validated by `schemas/export-format.schema.json`. */
export interface ExportFormat {
  name: string
  /** The pack of rules that the receiver checks ads by. */
  policy?: string
  /** It stands in a page, where nothing in it may end the element. */
  inScript?: boolean
  shape: Members
}

export const exportFormats = [schemaOrg, nav] as unknown as readonly ExportFormat[]
