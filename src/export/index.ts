import type {Inspection} from '../engine/check.ts'
import {inertJson} from '../report/active.ts'
import type {Finding} from '../report/types.ts'
import {factsOf, type Given} from './facts.ts'
import type {ExportFormat} from './formats.ts'
import {type Flaw, fillShape, type Json} from './shape.ts'

export interface Exported {
  json: Json
  /** What is missing or wrong; then `json` is not whole. */
  flaws: readonly Flaw[]
  /** What has to be mended in the draft first, or waived. */
  findings: readonly Finding[]
}

/** A checked draft as data of a format. */
export const exportAd = (
  {context: {posting, fields, profile, today}, report}: Inspection,
  format: ExportFormat,
  given: Given,
): Exported => ({
  ...fillShape(format.shape, factsOf({posting, fields, profile, today}, given)),
  findings: report.findings.filter((finding) => !finding.waiver && keepsBack(finding)),
})

/** Errors, and gaps that nobody has filled in. */
const keepsBack = ({severity, ruleId}: Finding): boolean =>
  severity === 'error' || (ruleId === 'sprak/rester' && severity === 'warning')

/** The data as a file; within an element of a page nothing in it may end that. */
export const written = (json: Json, {inScript}: Pick<ExportFormat, 'inScript'>): string => {
  const text = inertJson(JSON.stringify(json, null, 2))
  return `${inScript ? text.replaceAll('<', '\\u003c') : text}\n`
}
