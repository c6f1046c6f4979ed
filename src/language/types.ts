import type {Block, Language, Section, Span} from '../posting/types.ts'
import type {Passage} from './search/passage.ts'

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
  /** The same with its words, for searches. */
  words: Passage
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

export type Severity = 'error' | 'warning' | 'info'

/** One expression with its inflections or patterns, replacements and traps. */
export interface LexiconEntry {
  id: string
  /** That of the rule, with its exceptions for some employers, when absent. */
  severity?: Severity
  /** `keep`: never to be flagged; what it covers is no hit of its rule. */
  status?: 'keep'
  /** `nb` and `nn` are the forms of one title, the basic form first; a replacement is given in the form found. */
  title?: boolean
  /** Id of the rule's message for this entry; `funn` when absent. */
  message?: string
  /** Roles in which the entry counts, where they are not those of the rule. */
  roles?: readonly string[]
  nb: readonly string[]
  nn: readonly string[]
  en?: readonly string[]
  /** Words to put instead, best first. */
  to_nb?: readonly string[]
  to_nn?: readonly string[]
  to_en?: readonly string[]
  /** Patterns that, where they cover the hit, make it lawful. */
  except?: readonly string[]
  /** The forms also match as the last part of a compound. */
  compound_tail?: boolean
  bad?: readonly string[]
  ok?: readonly string[]
  note?: string
  src?: string
}

/** An expression of a lexicon, where it counts. */
export interface LexiconHit {
  ruleId: string
  entryId: string
  /** The exact words, in the coordinates of the sentence's span. */
  span: Span
  actual: string
  /** Replacements, best first, in the form, letter case and language of the words. */
  expected: string[]
  /** The only replacement can take the place of the words without touching those beside them. */
  exchangeable: boolean
  /** That of the rule when absent. */
  severity?: Severity
  /** Id of the rule's message. */
  message: string
  /** Roles of sentences in which the entry counts, where they are not those of the rule. */
  roles?: readonly string[]
  /** The words in the same sentence that give a reason or name a law; not looked for in mere wording. */
  reason?: string
}
