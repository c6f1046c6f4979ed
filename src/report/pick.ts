import type {Severity} from '../engine/types.ts'
import type {FileReport, Finding, ReporterContext} from './types.ts'

/** From the weightiest to the lightest. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

export const bySeverity = (one: Finding, other: Finding): number =>
  severities.indexOf(one.severity) - severities.indexOf(other.severity)

/** Whether somebody should look at it: what is waived or known has been looked at. */
export const isOpen = ({waiver, known}: Finding): boolean => waiver === undefined && !known

/** The open findings, and errors only when no more is asked for. */
export const openFindings = ({findings}: FileReport, {quiet}: Pick<ReporterContext, 'quiet'>): Finding[] =>
  findings.filter((finding) => isOpen(finding) && (finding.severity === 'error' || !quiet))

export const countBySeverity = (findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> => {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of findings) counts[severity]++
  return counts
}

/** The groups in the order of their first members. */
export const grouped = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
