/** A position in the source file: 1-based line and column, 0-based offset, all in UTF-16 code units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A range of the source file. */
export interface Place {
  start: Point
  end: Point
}

/** A range of `Posting.text`, the normalised text. */
export interface Span {
  start: number
  end: number
}

export type Language = 'nb' | 'nn' | 'en' | 'unknown'

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'pair' | 'quotation'

/** What a part of an ad is about, told by its heading. */
export type Section =
  | 'arbeidsoppgaver'
  | 'kvalifikasjoner'
  | 'egenskaper'
  | 'vilkår'
  | 'kontakt'
  | 'søknad'
  | 'arbeidssted'
  | 'mangfold'
  | 'søkerliste'
  | 'nøkkelinfo'
  | 'om'
  | 'annet'

/** A run of text that belongs together: one heading, paragraph, list item, `label: value` or quotation. */
export interface Block {
  kind: BlockKind
  span: Span
  text: string
  /** The sections that the block stands in; a heading such as "Kvalifikasjoner og egenskaper" opens two. */
  sections: readonly Section[]
  language: Language
  /** It is a form field, given outside the text. */
  given?: true
  /** The form field has what its source puts there when it knows nothing. */
  assumed?: true
}

/** A label with its value: on the same line, or the value on the lines below. */
export interface Pair {
  /** The field that the label names, or undefined for a label that no field knows. */
  field: string | undefined
  label: Span
  value: Span
}

export interface Link {
  span: Span
  url: string
}

/** A waiver written into the draft: `<!-- utlys-ignorer RULE: reason (av: who, til: date) -->` on the line before. */
export interface WaiverComment {
  ruleId: string
  reason: string
  /** Who decided it. */
  by?: string
  /** The last day on which it holds, as it is written. */
  until?: string
  place: Place
  /** The source line that the waiver covers. */
  line: number
}

/**
 * Why words cannot be exchanged in a file, nor lines put in. `format`: the file is not the text itself; `encoding`: it
 * is kept in another encoding than UTF-8.
 */
export type ReadOnly = 'format' | 'encoding'

/** How text is put into a source that is markup. */
export interface Markup {
  /** Words as they are written between tags. */
  escape(text: string): string
  /** A text as paragraphs of their own. */
  paragraph(text: string, newline: string): string
  /** Where a paragraph may be put in after what ends at an offset. */
  placeAfter(offset: number): number
}

/** A draft as the recognisers and rules see it. */
export interface Posting {
  path: string
  /** Which of the ads of the file it is, from 1; absent when there is one. */
  ad?: number
  /** The line of the file that the ad begins on, where there may be several ads. */
  line?: number
  /** The name that its source has for the ad: `uuid` of Nav's feed, `reference` of its import, and so on. */
  id?: string
  /** The decoded file; of a format that is no text, the text of the document with one line for each paragraph. */
  source: string
  /** What a line of `source` is to people; a line of the file when absent. */
  unit?: 'paragraph'
  /** What the file was kept in when that is not UTF-8. */
  encoding?: string
  /** How text is put into `source`; as it is when absent. */
  markup?: Markup
  /** Why `source` cannot be written back to the file. */
  readOnly?: ReadOnly
  /** The normalised text: blocks separated by line feeds, markup gone, NFC, plain spaces. */
  text: string
  blocks: readonly Block[]
  pairs: readonly Pair[]
  links: readonly Link[]
  /** What the file marks as words that wait for others. */
  prompts?: readonly Span[]
  waivers: readonly WaiverComment[]
  /** Profile keys given in the front matter. */
  profile: Readonly<Record<string, string>>
  language: Language
  /** Where a range of the normalised text stands in the source file. */
  place(span: Span): Place
  /** The words at a range of the normalised text: as they are in the file, where they are written without codes. */
  words(span: Span): string
}
