import type {Severity} from '../../src/engine/types.ts'
import type {FileReport, Finding} from '../../src/report/types.ts'
import type {Lang} from '../texts.ts'
import {sayReview} from './texts.ts'

/** Which findings to show; all when empty. */
export interface Filter {
  severity?: Severity
  pack?: string
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Neither waived nor known. */
export const isOpen = ({waiver, known}: Finding): boolean => waiver === undefined && !known

/** The pack of a rule: its id without the last part. */
export const packOf = ({ruleId}: Finding): string => ruleId.slice(0, ruleId.lastIndexOf('/'))

/** What is left to look at, the gravest first, and then in the order of the draft. */
export const openFindings = ({findings}: FileReport, {severity, pack}: Filter = {}): Finding[] =>
  findings
    .filter(isOpen)
    .filter((finding) => severity === undefined || finding.severity === severity)
    .filter((finding) => pack === undefined || packOf(finding) === pack)
    .toSorted(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        offsetOf(one) - offsetOf(other),
    )

const offsetOf = ({place}: Finding): number => place?.start.offset ?? Number.MAX_SAFE_INTEGER

/** The filters that would show something, each with how much; all findings first. */
export const filtersFor = (report: FileReport): {filter: Filter; count: number}[] => {
  const open = openFindings(report)
  const packs = [...new Set(open.map(packOf))].toSorted()
  const filters: Filter[] = [
    {},
    ...severities.map((severity) => ({severity})),
    ...packs.map((pack) => ({pack})),
  ]
  return filters
    .map((filter) => ({filter, count: openFindings(report, filter).length}))
    .filter(({filter, count}, i) => i === 0 || (count > 0 && Object.keys(filter).length > 0))
}

/** Where a finding stands, or where what it misses belongs; the end of the draft at the last. */
export const offsetToShow = ({place, suggestions}: Finding, source: string): number =>
  place?.start.offset ?? suggestions?.[0]?.range[0] ?? source.trimEnd().length

/** A filter in words. */
export const sayFilter = ({severity, pack}: Filter, lang: Lang): string =>
  pack === undefined ? sayReview(lang, `filter.${severity ?? 'all'}`) : sayPack(pack, lang)

/** A pack of an employer goes by its own name. */
const sayPack = (pack: string, lang: Lang): string => {
  const key = `filter.pack.${pack}`
  const words = sayReview(lang, key)
  return words === key ? pack : words
}
