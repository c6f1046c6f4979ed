import type {Block, Language, Section, Span} from '../posting/types.ts'
import type {LexiconHit} from './lexicon.ts'

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

/** One word or number with its place in `Posting.text`. */
export interface Token extends Span {
  /** The word in lower case. */
  word: string
}

export interface Sentence {
  span: Span
  text: string
  /** The text in lower case, letter by letter. */
  lower: string
  role: Role
  /** The expressions of the rules, in the order of the text. */
  hits: readonly LexiconHit[]
  block: Block
  language: Language
  sections: readonly Section[]
}

/** The shared understanding of a posting that all rules use. */
export interface Analysis {
  sentences: readonly Sentence[]
  /** Those in which an expression of a rule was found. */
  sentencesWithHits: readonly Sentence[]
}
