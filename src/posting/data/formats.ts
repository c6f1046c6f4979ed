import hrXml from './formats/hr-xml.yml'
import jobbnorge from './formats/jobbnorge.yml'
import navFeed from './formats/nav-feed.yml'
import navImport from './formats/nav-import.yml'
import schemaOrg from './formats/schema-org.yml'

/** Part of a form field: a path, or a path with what is made of its value. */
export type Part =
  | string
  | {
      /** The first of these paths that has a value counts. */
      from: string | readonly string[]
      /** What stands between it and the part before; a comma and a space when absent. */
      before?: string
      /** Words in the place of codes; other values are left out. */
      values?: Readonly<Record<string, string>>
      /** Only the words that the pattern finds. */
      match?: string
      /** It is a day: that in Norway, when a moment is given with its zone. */
      isDay?: true
    }

/** A form field of a format, and how the recognisers know it. */
export interface FormField {
  label: string
  /** A path: the field stands once for each node there, and its parts begin from that. */
  each?: string
  parts: readonly Part[]
  /** What stands there when the source knows nothing: it only counts where the ad says nothing else. */
  assumed?: string
}

/** A text of an ad: HTML or plain, as a heading or with one. */
export interface FormText {
  from: string
  /** The path of its heading, from the same node. */
  heading?: string
  /** What it stands under when the format gives it no heading. */
  under?: string
  /** It is a heading itself. */
  isHeading?: boolean
  /** A path: the text stands once for each node there. */
  each?: string
}

/** How ads are kept in data of one kind. Validated by `schemas/data-format.schema.json`. */
export interface DataFormat {
  name: string
  /** What tells an ad of this kind: the name of its element, paths that have something, a pattern for the value at a path. */
  is: {
    element?: string
    all?: readonly string[]
    any?: readonly string[]
    value?: Readonly<Record<string, string>>
  }
  /** Paths of the name that the source itself has for the ad; the first that has a value counts. */
  id?: readonly string[]
  /** What tells an entry whose ad has been taken back, so that it has no text: values by path. */
  withdrawn?: Readonly<Record<string, readonly string[]>>
  /** Profile keys by path. */
  profile?: Readonly<Record<string, Part>>
  fields: readonly FormField[]
  texts: readonly FormText[]
}

/** The more particular before the more general. */
export const dataFormats = [schemaOrg, navImport, navFeed, jobbnorge, hrXml] as readonly DataFormat[]
