import type {FileReport} from '../../src/report/types.ts'
import type {Lang} from '../texts.ts'
import {isOpen} from './findings.ts'
import {sayReview} from './texts.ts'

/** How far a draft is from being ready to publish. */
export interface Readiness {
  /** Fields that are there, and findings that somebody has decided to let stand. */
  done: number
  /** Those, and the errors and warnings that are left. */
  all: number
  errors: number
  warnings: number
}

export const readinessOf = (report: FileReport): Readiness => {
  const open = report.findings.filter(isOpen)
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const found = Object.values(report.fields).filter((occurrences) => occurrences.length > 0).length
  const done = found + report.portal.length + report.findings.filter(({waiver}) => waiver).length
  return {done, all: done + errors + warnings, errors, warnings}
}

/** The state of the draft in a few words. */
export const sayReadiness = ({errors, warnings}: Readiness, lang: Lang): string => {
  if (errors > 0) return counted(lang, 'notReady', errors)
  return warnings > 0 ? counted(lang, 'nearly', warnings) : sayReview(lang, 'ready')
}

const counted = (lang: Lang, key: string, n: number): string =>
  sayReview(lang, n === 1 ? `${key}.one` : key, {n: String(n)})
