import type {Nature} from '../fields/nature.ts'
import type {Fields} from '../fields/types.ts'
import type {EqualityHit} from '../language/equality.ts'
import type {Analysis, LexiconEntry, LexiconHit, Sentence, Severity} from '../language/types.ts'
import type {Posting, Span} from '../posting/types.ts'

export type {LexiconEntry, Severity} from '../language/types.ts'

/** The languages that messages are written in. */
export type MessageLanguage = 'nb' | 'nn' | 'en'

export type Text = Readonly<Record<MessageLanguage, string>>

/** Who the employer is; decides which rules apply. */
export interface ProfileEntry {
  value: string
  /** True when the value was read out of the ad and not given by configuration or front matter. */
  inferred: boolean
  /** For an inferred value: the reason, as a message template with its data. */
  why?: {text: Text; data: Readonly<Record<string, string>>}
}

export type Profile = Readonly<Record<string, ProfileEntry>>

/** Holds for a profile when each key has one of the values. */
export type Condition = Readonly<Record<string, readonly string[]>>

export interface Source {
  id: string
  title: string
  url?: string
  /**
   * `bekreftet`: seen in the source. `sjekk`: have a lawyer look before relying on it. `eget`: own advice of the
   * program or the employer.
   */
  status: 'bekreftet' | 'sjekk' | 'eget'
  /** A policy as a whole: a clause of it is named instead where there is one. */
  policy?: true
  /** ISO date of the version that the rules rely on. */
  version?: string
}

/** A waiver of the configuration. */
export interface ConfiguredWaiver {
  ruleId: string
  reason: string
  /** Who decided it. */
  by?: string
  /** ISO date until which it holds. */
  until?: string
}

/** What a rule file says, shared by all kinds. Validated by `schemas/rule.schema.json`. */
export interface RuleBase {
  id: string
  title: Text
  severity: Severity
  /** The first condition that holds sets another severity. */
  severityWhen?: readonly {profile: Condition; severity: Severity}[]
  /** Severity of single messages that weigh more or less than the rule; goes before `severityWhen`. */
  messageSeverity?: Readonly<Record<string, Severity>>
  /** From the date that this option holds on, the rule has this severity, unless it is off. */
  raisedFrom?: {option: string; severity: Severity}
  /** What the rule protects: `innhold`, `åpenhet`, `alder`, `kjønn`, … */
  ground: string
  /** The profiles that the rule applies to; all when absent. */
  appliesTo?: Condition
  /** The rule also speaks of a text that is a teaser, or no ad at all. */
  everyText?: boolean
  /** The rule is off until the configuration gives it a severity. */
  optional?: boolean
  /** Ids of `rules/sources.yml`. */
  sources: readonly string[]
  why: Text
  mend: Text
  /** Message templates by id; `{name}` is replaced from the finding's data. */
  messages: Readonly<Record<string, Text>>
  /** JSON Schemas of the options, each with its default and, in three languages, what it is. */
  options?: Readonly<Record<string, {default: unknown; description: Text; [keyword: string]: unknown}>>
}

/** What a rule file says to people and tests, and what the program therefore does not load. */
export interface RuleExamples {
  examples: {triggers: readonly Example[]; silent: readonly Example[]}
}

/** An ad, or a part of one. `[[…]]` marks the words that the finding must point at. */
export interface Example {
  text: string
  language?: MessageLanguage
  /** What the file is kept in when it is not UTF-8. */
  encoding?: 'Latin-1' | 'UTF-16LE'
  /** What kind of file it is; plain text when absent. */
  format?: 'md' | 'json'
  profile?: Readonly<Record<string, string>>
  options?: Readonly<Record<string, unknown>>
  today?: string
  /** Waivers of the configuration. */
  waivers?: readonly ConfiguredWaiver[]
  /** The severity expected, where it is not the rule's own. */
  severity?: Severity
  /** The id of the message expected. */
  message?: string
}

/** The schema says what the field must be; the rule says it in words. */
export interface FieldRule extends RuleBase {
  kind: 'felt'
  field: string
  /** Ready line to insert when the field is missing. */
  insert?: Text
}

/** A statement must be there, with its parts. */
export interface StatementRule extends RuleBase {
  kind: 'erklæring'
  /** A recognised field … */
  field?: string
  /** … with these properties true; the message id is the property's name. */
  require?: readonly string[]
  /** … whose list property covers the list given by the option of the same name. */
  cover?: string
  /** Values that count as one another in the list. */
  alike?: Readonly<Record<string, readonly string[]>>
  /** Or a statement that no field knows: each part is met by any of its expressions. */
  parts?: readonly {id: string; expressions: Expressions}[]
  insert?: Text
}

/** Facts that must agree. */
export type ConsistencyRule = AlikeRule | BesideFormRule

interface AlikeRule extends RuleBase {
  kind: 'konsistens'
  field: string
  /** The property compared; two occurrences whose values differ are a finding. */
  property: string
  /** `lik`: the same value; `inneholder`: one value contains the other, letter case aside. */
  compare: 'lik' | 'inneholder'
}

/** What a form field says, and what the text says without it; the message is `skjema`. */
interface BesideFormRule extends RuleBase {
  kind: 'konsistens'
  field: string
  /** How the two contradict one another. */
  compare: 'beløp' | 'dato' | 'sted' | 'person' | 'kommune'
}

export interface Expressions {
  nb?: readonly string[]
  nn?: readonly string[]
  en?: readonly string[]
}

/** Expressions to avoid; the entries stand beside the rule in `NAME.lexicon.yml` or in the rule itself. */
export interface ExpressionRule extends RuleBase {
  kind: 'uttrykk'
  entries: readonly LexiconEntry[]
  /**
   * What the rule looks at. `applicant` (when absent): what is said of who may have the job; words that are negated
   * or about other people do not count, and a reason makes them advice. `wording`: the words as such.
   */
  concerns?: 'applicant' | 'wording'
  /** Roles of the sentences in which a hit counts; when absent all but those that say nothing of the applicant. */
  roles?: readonly string[]
  /** Roles in which a hit is advice, whatever its entry weighs. */
  adviceIn?: readonly string[]
  /** All hits of a posting are one finding, at the first; the message names them as `{liste}`. */
  once?: boolean
}

/** What no declarative kind can say: the function stands in `NAME.ts` beside the rule file. */
export interface CodedRule extends RuleBase {
  kind: 'kode'
}

/** What is wrong with a waiver; the engine finds it while it waives. */
export interface WaiverRule extends RuleBase {
  kind: 'unntak'
}

export type Rule = FieldRule | StatementRule | ConsistencyRule | ExpressionRule | CodedRule | WaiverRule

export interface Suggestion {
  message: string
  span: Span
  text: string
}

/** What a check yields: which message, about which words. The engine makes a `Finding` of it. */
export interface Hit {
  /** Id of one of the rule's messages. */
  message: string
  data?: Readonly<Record<string, string>>
  /** The words; absent for something that is missing. */
  span?: Span
  severity?: Severity
  /** It is advice, whatever severity the rule is given. */
  advice?: true
  /** Replacements, best first. */
  expected?: readonly string[]
  /** An exchange that is safe to make without asking. */
  fix?: {span: Span; text: string}
  /** A ready line for what is missing. */
  insert?: string
}

/** Something that the schema of postings has against a field. */
export interface Violation {
  field: string
  /** Id of a message of the rule for that field. */
  message: string
  /** Which occurrence; absent when the field as a whole is meant. */
  index?: number
}

/** An expression of a lexicon, found in a sentence. */
export interface ExpressionHit extends LexiconHit {
  sentence: Sentence
}

/** All that a rule may see. */
export interface RuleContext {
  posting: Posting
  fields: Fields
  analysis: Analysis
  violations: readonly Violation[]
  /** What retext-equality finds in the English blocks. */
  equality: readonly EqualityHit[]
  /** The expressions of a rule of kind `uttrykk` that were found; none of a rule that is off. */
  expressions(ruleId: string): readonly ExpressionHit[]
  profile: Profile
  nature: Nature
  options: Readonly<Record<string, unknown>>
  today: string
  /** The language to write inserted text in: that of the ad. */
  language: MessageLanguage
  /** The language of the messages, for days and dates in them. */
  lang: MessageLanguage
}

/** The one skeleton of every kind and of every coded rule. */
export type Check = (context: RuleContext) => Iterable<Hit>
