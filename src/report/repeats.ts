import {lineOf} from './naming.ts'
import {bySeverity, grouped, openFindings} from './pick.ts'
import {translate} from './texts.ts'
import type {FileReport, Finding, ReporterContext} from './types.ts'

const mostLines = 8

/** All that one rule finds in one file, the weightiest first. */
export interface RuleInFile extends Pick<FileReport, 'path' | 'unit'> {
  findings: readonly [Finding, ...Finding[]]
}

/** The findings of a file that somebody should look at, by rule. */
export const rulesInFile = (file: FileReport, context: ReporterContext): RuleInFile[] => {
  const byRule = grouped(openFindings(file, context), ({ruleId}) => ruleId)
  return [...byRule.values()].map((findings) => ({
    path: file.path,
    ...(file.unit && {unit: file.unit}),
    findings: findings.toSorted(bySeverity) as [Finding, ...Finding[]],
  }))
}

/** That a rule has more than one finding in the file, and on which lines; nothing when it has one. */
export const repeats = (
  findings: readonly Finding[],
  {lang}: Pick<ReporterContext, 'lang'>,
  file: Pick<FileReport, 'unit'> = {},
): string[] => {
  if (findings.length === 1) return []
  const all = [...new Set(findings.flatMap(({place}) => place?.start.line ?? []))].toSorted((a, b) => a - b)
  const lines = all.slice(0, mostLines).join(', ') + (all.length > mostLines ? ' …' : '')
  const where = lineOf(lines, file, lang)
  return [translate(lang, lines === '' ? 'github.repeats' : 'github.repeatsAt', {n: findings.length, where})]
}
