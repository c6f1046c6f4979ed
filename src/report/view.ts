import type {MessageLanguage} from '../engine/types.ts'
import {clipped, longestWords} from './clipped.ts'
import {type FindingView, viewFindings} from './finding-view.ts'
import {formatField} from './format-field.ts'
import {nameOf} from './naming.ts'
import {severities} from './pick.ts'
import {safe} from './safe.ts'
import {summarise} from './summary.ts'
import {severitySymbols} from './symbols.ts'
import {fieldLabel, fieldNames, formatDate, languageName, profileLabel, translate} from './texts.ts'
import type {FileReport, Report, ReporterContext} from './types.ts'
import {cutEnd} from './width.ts'

/** What one file's report shows, in words; a layout only decides where they stand. All texts are `safe`. */
export interface FileView {
  path: string
  /** Language and profile, with what was assumed and why. */
  facts: {label: string; value: string}[]
  checklist: ChecklistRow[]
  /** The fields that the ad lacks and no rule asks for. */
  unmentioned: {label: string; value: string} | undefined
  /** By severity, then by place. */
  findings: FindingView[]
  /** How many findings are waived or known, or that there are none at all; that another version is on disk. */
  remarks: string[]
}

export interface ChecklistRow {
  state: 'found' | 'missing' | 'portal'
  symbol: string
  label: string
  value: string
}

export interface ClosingView {
  /** That known findings are gone, and what the report is not. */
  remarks: string[]
  /** What could not be checked, one line each. */
  unchecked: string[]
  summary: string
  clean: boolean
}

const symbols = {found: '✓', missing: '–', portal: '→'} as const
const longestLabel = 24
const mostUnchecked = 50

/** A written standard that is read out of the ad only repeats its language. */
const facts = (file: FileReport, lang: MessageLanguage): FileView['facts'] => [
  {label: translate(lang, 'file.language'), value: languageName(lang, file.language)},
  ...Object.entries(file.profile)
    .filter(([key, {inferred}]) => !(inferred && key === 'målform'))
    .map(([key, {value, inferred, why}]) => ({
      label: cutEnd(safe(profileLabel(lang, key)), longestLabel),
      value: clipped(
        !inferred
          ? formatDate(value, lang)
          : why === undefined
            ? translate(lang, 'profile.assumed', {value})
            : translate(lang, 'profile.inferred', {value, why}),
      ),
    })),
  ...(file.packs ?? []).map(({title, applies, employer = ''}) => ({
    label: translate(lang, 'file.pack'),
    value: clipped(applies ? title : translate(lang, 'file.packUnbound', {title, employer})),
  })),
]

const checklistRow = (file: FileReport, name: string, lang: MessageLanguage): ChecklistRow | undefined => {
  const row = (state: ChecklistRow['state'], value: string): ChecklistRow => ({
    state,
    symbol: symbols[state],
    label: safe(fieldLabel(lang, name)),
    value,
  })
  const occurrences = file.fields[name] ?? []
  const values = [...new Set(occurrences.map((occurrence) => clipped(formatField(name, occurrence, lang))))]
  if (values.length > 0) return row('found', cutEnd(values.join('; '), longestWords))
  if (file.portal.includes(name)) return row('portal', translate(lang, 'field.portal'))
  return file.missing.includes(name) ? row('missing', translate(lang, 'field.missing')) : undefined
}

/** The fields of an ad: those that are there, missing, or left to the portal. */
export const viewChecklist = (file: FileReport, lang: MessageLanguage): ChecklistRow[] =>
  fieldNames.flatMap((name) => checklistRow(file, name, lang) ?? [])

const remarks = (file: FileReport, lang: MessageLanguage): string[] => {
  const differs = file.differsOnDisk ? [translate(lang, 'file.differs')] : []
  if (file.findings.length === 0) return [translate(lang, 'file.clean'), ...differs]
  const {waived, known} = summarise([file])
  return [
    ...differs,
    ...(waived > 0 ? [translate(lang, 'count.waived', {n: waived})] : []),
    ...(known > 0 ? [translate(lang, 'count.known', {n: known})] : []),
  ]
}

const unmentioned = (labels: readonly string[], lang: MessageLanguage): FileView['unmentioned'] =>
  labels.length === 0
    ? undefined
    : {label: translate(lang, 'file.unmentioned'), value: labels.join(', ').toLowerCase()}

/** What to show of one file; undefined for a file without errors when only errors are asked for. */
export const viewFile = (file: FileReport, context: ReporterContext): FileView | undefined => {
  const {lang, quiet} = context
  const view: FileView = {
    path: nameOf(file, lang),
    facts: [],
    checklist: [],
    unmentioned: undefined,
    findings: viewFindings(file, context),
    remarks: [],
  }
  if (quiet) return view.findings.length > 0 ? view : undefined
  const absent = fieldNames.filter((name) => checklistRow(file, name, lang) === undefined)
  return {
    ...view,
    facts: facts(file, lang),
    checklist: viewChecklist(file, lang),
    unmentioned: unmentioned(
      absent.map((name) => fieldLabel(lang, name)),
      lang,
    ),
    remarks: remarks(file, lang),
  }
}

/** «✗ 2 feil», «● 1 råd»: what there is of each severity. */
export const severityCounts = ({findings}: FileView, lang: MessageLanguage): string[] =>
  severities.flatMap((severity) => {
    const n = findings.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0)
    return n === 0 ? [] : `${severitySymbols[severity]} ${translate(lang, `count.${severity}`, {n})}`
  })

const uncheckedLines = (unchecked: Report['unchecked'], lang: MessageLanguage): string[] => {
  const n = unchecked.length - mostUnchecked
  const more = n > 0 ? [translate(lang, 'unchecked.more', {n})] : []
  return [...unchecked.slice(0, mostUnchecked).map(({message}) => safe(message)), ...more]
}

/** The last lines of a report: what it is not, and the sum. */
export const viewClosing = (
  {summary, baseline, unchecked, files: ads}: Report,
  {lang, quiet}: ReporterContext,
): ClosingView => {
  const found = severities.filter((severity) => summary[severity] > 0)
  const counts = found.map((severity) => translate(lang, `count.${severity}`, {n: summary[severity]}))
  const more = (['waived', 'known', 'fixable'] as const)
    .filter((key) => summary[key] > 0)
    .map((key) => translate(lang, `summary.${key}`, {n: summary[key]}))
  const counted = ads.some(({ad}) => ad !== undefined) ? 'count.ads' : 'count.files'
  const files = translate(lang, counted, {n: summary.files})
  const all =
    counts.length > 0
      ? counts.join(', ')
      : translate(lang, summary.known > 0 ? 'summary.noneNew' : 'summary.none')
  const checked = summary.files === 0 && unchecked.length > 0 ? [] : [`${files}: ${all}`]
  const left = unchecked.length > 0 ? [translate(lang, 'summary.unchecked', {n: unchecked.length})] : []
  const gone = (baseline?.gone ?? []).reduce((sum, {count}) => sum + count, 0)
  const remarks = [
    ...(gone > 0 ? [translate(lang, 'count.gone', {n: gone})] : []),
    translate(lang, 'summary.legal'),
  ]
  return {
    remarks: quiet ? [] : remarks,
    unchecked: uncheckedLines(unchecked, lang),
    summary: `${[...checked, ...more, ...left].join('; ')}.`,
    clean: found.length === 0 && left.length === 0,
  }
}
