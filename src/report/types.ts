import type {Severity} from '../engine/types.ts'
import type {Language, Place} from '../posting/types.ts'

export interface SourceReference {
  id: string
  title: string
  url?: string
}

export interface Finding {
  ruleId: string
  severity: Severity
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
  waiver?: {reason: string; until?: string}
}

export interface FieldOccurrence {
  [property: string]: unknown
  text: string
  place: Place
}

export interface FileReport {
  path: string
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
}

/** The whole run; the JSON format is this object. Schema: `schemas/report.schema.json`. */
export interface Report {
  version: 1
  tool: {name: string; version: string}
  files: FileReport[]
  summary: {files: number; error: number; warning: number; info: number; waived: number; fixable: number}
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
}

/** The one skeleton of every file in this folder that writes a format. */
export interface Reporter {
  name: string
  render(report: Report, context: ReporterContext): string
}
