import type {Block, Language, Section, Span} from '../posting/types.ts'

/** What a sentence does in the ad; decides whether an expression counts there. */
export type Role =
  | 'krav'
  | 'ønske'
  | 'egenskap'
  | 'oppgave'
  | 'tilbud'
  | 'mangfoldserklæring'
  | 'søkerliste'
  | 'virksomhet'
  | 'sitat'
  | 'kontakt'
  | 'nøkkelinfo'
  | 'annet'

/** One word with its place in `Posting.text`. */
export interface Token {
  /** The word in lower case. */
  word: string
  span: Span
}

export interface Sentence {
  span: Span
  text: string
  role: Role
  block: Block
  language: Language
  sections: readonly Section[]
  tokens: readonly Token[]
}

/** The shared understanding of a posting that all rules use. */
export interface Analysis {
  sentences: readonly Sentence[]
}
