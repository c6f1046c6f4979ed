import type {Rule, Severity} from '../engine/types.ts'
import type {Language, Place, ReadOnly} from '../posting/types.ts'

export interface SourceReference {
  id: string
  title: string
  url?: string
}

export interface Finding {
  ruleId: string
  severity: Severity
  /** Which of the rule's messages it is. */
  messageId: string
  message: string
  /** Absent for something that is missing and belongs nowhere in particular. */
  place?: Place
  /** The words found. */
  actual?: string
  /** Replacements, best first. */
  expected?: string[]
  sources: SourceReference[]
  fix?: {range: [number, number]; text: string}
  suggestions?: {message: string; range: [number, number]; text: string}[]
  waiver?: Waiver
  /** It is in the list of known findings that was given. */
  known?: true
}

/** A waiver that covers a finding: why, who decided it, the last day on which it holds, and where it is written. */
export interface Waiver {
  reason: string
  by?: string
  until?: string
  origin: 'draft' | 'configuration'
}

/** A waiver in use, as the employer's record of it. */
export interface UsedWaiver extends Waiver {
  file: string
  ruleId: string
  /** Where the words stand; absent for something that is missing. */
  line?: number
  /** The words. */
  actual?: string
}

export interface FieldOccurrence {
  [property: string]: unknown
  text: string
  place: Place
}

export interface FileReport {
  path: string
  /** Which of the ads of the file it is, from 1; absent when there is one. */
  ad?: number
  /** The line that it begins on, where the file may have several. */
  line?: number
  /** The name that its source has for it: `uuid` of Nav's feed, `reference` of its import, and so on. */
  id?: string
  /** What the lines of places are when the file has none: `line` then counts paragraphs. */
  unit?: 'paragraph'
  /** Why neither fixes nor suggestions can be made in the file itself. */
  readOnly?: ReadOnly
  language: Language
  /** `why` is a clause that follows «fordi», without a full stop. */
  profile: Record<string, {value: string; inferred: boolean; why?: string}>
  /** Fields that the configuration says the recruitment portal carries. */
  portal: string[]
  /** Packs that are switched on; `employer` is why one does not apply: whom the ad is from. */
  packs?: {id: string; title: string; applies: boolean; employer?: string}[]
  fields: Record<string, FieldOccurrence[]>
  /** Fields that a rule asks for and that neither the ad nor the portal has. */
  missing: string[]
  findings: Finding[]
  /** What was checked is staged in git, and the file on disk is another. */
  differsOnDisk?: true
}

/** A file, or a folder, that could not be checked, and what a person can do about it. */
export interface Unchecked {
  path: string
  message: string
}

/** The whole run; the JSON format is this object. Schema: `schemas/report.schema.json`. */
export interface Report {
  version: 1
  tool: {name: string; version: string}
  files: FileReport[]
  /** What could not be checked: a run that has any is not finished, whatever else it found. */
  unchecked: Unchecked[]
  /** Every waiver that was used, once for each finding that it covers. */
  waivers: UsedWaiver[]
  /** The list of known findings that was given, and what it holds that is no longer found. */
  baseline?: {file: string; gone: {file: string; ruleId: string; count: number}[]}
  summary: Record<'files' | Severity | 'waived' | 'known' | 'fixable', number>
}

/** The commit that was checked, and where its files are shown. */
export interface Commit {
  /** Such as `https://github.com`. */
  server: string
  /** `owner/name`. */
  repository: string
  sha: string
  /** The folder of the repository that paths of files are relative to, when it is not the topmost. */
  folder?: string
}

export interface ReporterContext {
  /** Language of headings and summary. */
  lang: 'nb' | 'nn' | 'en'
  /** Columns of the terminal, for text. */
  width: number
  color: boolean
  /** The decoded source by path, for code frames. */
  sources: ReadonlyMap<string, string>
  quiet: boolean
  /** For links to the lines, and for paths from the top of the repository. */
  commit?: Commit | undefined
  /** What a rule says of itself, also one of an employer's pack. */
  ruleOf(id: string): Pick<Rule, 'title' | 'why' | 'mend' | 'ground' | 'severity'> | undefined
}

/** The one skeleton of every file in this folder that writes a format. */
export interface Reporter<Context extends ReporterContext = ReporterContext> {
  name: string
  render(report: Report, context: Context): string
}
