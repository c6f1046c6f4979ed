import type {MessageLanguage, Severity} from '../engine/types.ts'
import {formatField} from './format-field.ts'
import {codeFrame, type FrameRow} from './frame.ts'
import {safe} from './safe.ts'
import {fieldLabel, fieldNames, languageName, profileLabel, translate} from './texts.ts'
import type {FileReport, Finding, Report, ReporterContext, SourceReference} from './types.ts'
import {cutEnd} from './width.ts'

/** What one file's report shows, in words; a layout only decides where they stand. All texts are `safe`. */
export interface FileView {
  path: string
  /** Language and profile, with what was assumed and why. */
  facts: {label: string; value: string}[]
  checklist: ChecklistRow[]
  /** The fields that the ad lacks and no rule asks for. */
  unmentioned: {label: string; value: string} | undefined
  groups: FindingGroup[]
  /** One line on the findings that are waived, or that there are none at all. */
  remarks: string[]
}

export interface ChecklistRow {
  state: 'found' | 'missing' | 'portal'
  symbol: string
  label: string
  value: string
}

export interface FindingGroup {
  severity: Severity
  heading: string
  findings: FindingView[]
}

export interface FindingView {
  severity: Severity
  symbol: string
  word: string
  ruleId: string
  /** `line:column`, or empty for what stands nowhere. */
  position: string
  message: string
  frame: FrameRow[]
  sources: {label: string; title: string; url: string | undefined}[]
  proposals: ProposalView[]
}

export interface ProposalView {
  label: string
  text: string
  /** Lines ready to put into the ad. */
  ready: string[]
}

export interface ClosingView {
  remark: string | undefined
  summary: string
  worst: Severity | undefined
}

const severities = ['error', 'warning', 'info'] as const
const symbols = {error: '✗', warning: '▲', info: '●', found: '✓', missing: '–', portal: '→'} as const
/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14
const longestValue = 240
const mostReplacements = 5

const clipped = (text: string): string => cutEnd(safe(text), longestValue)

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** `mangfoldserklæring` as rule ids write it. */
const inAscii = (name: string): string => name.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')

/** Rule ids end with the name of the field that they ask for: `felt/frist`, `lov/offentlig-sokerliste`. */
const asksFor = (finding: Finding, field: string): boolean =>
  finding.waiver === undefined &&
  finding.actual === undefined &&
  finding.ruleId.split(/[/-]/).at(-1) === inAscii(field)

const facts = (file: FileReport, lang: MessageLanguage): FileView['facts'] => [
  {label: translate(lang, 'file.language'), value: languageName(lang, file.language)},
  ...Object.entries(file.profile).map(([key, {value, inferred, why}]) => ({
    label: safe(profileLabel(lang, key)),
    value: clipped(
      !inferred
        ? value
        : why === undefined
          ? translate(lang, 'profile.assumed', {value})
          : translate(lang, 'profile.inferred', {value, why}),
    ),
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
  const values = unique(occurrences.map((occurrence) => clipped(formatField(name, occurrence, lang))))
  if (values.length > 0) return row('found', cutEnd(values.join('; '), longestValue))
  if (file.portal.includes(name)) return row('portal', translate(lang, 'field.portal'))
  if (file.findings.some((finding) => asksFor(finding, name)))
    return row('missing', translate(lang, 'field.missing'))
  return undefined
}

const proposals = (finding: Finding, lang: MessageLanguage): ProposalView[] => {
  const label = translate(lang, 'finding.proposal')
  const replacements = unique(finding.expected ?? finding.fix?.text.split('\n', 1) ?? [])
  const quoted = replacements
    .filter((text) => text !== '')
    .slice(0, mostReplacements)
    .map((text) => translate(lang, 'quote', {text: clipped(text)}))
  const texts = [quoted.join(', '), finding.fix ? translate(lang, 'finding.fixable') : '']
  const text = texts.filter((part) => part !== '').join(' ')
  const rest = (finding.suggestions ?? []).filter((suggestion) => !replacements.includes(suggestion.text))
  return [
    ...(text === '' ? [] : [{label, text, ready: []}]),
    ...rest.map((suggestion) => ({
      label,
      text: safe(suggestion.message),
      ready: suggestion.text
        .trim()
        .split(/\r\n|\r|\n/)
        .map(clipped),
    })),
  ]
}

const sourceView = ({title, url}: SourceReference, lang: MessageLanguage) => ({
  label: translate(lang, 'finding.source'),
  title: safe(title),
  url: url === undefined ? undefined : safe(url),
})

const findingView = (finding: Finding, source: string, {lang, width}: ReporterContext): FindingView => {
  const {severity, ruleId, place, message} = finding
  return {
    severity,
    symbol: symbols[severity],
    word: translate(lang, `severity.${severity}`),
    ruleId: safe(ruleId),
    position: place ? `${place.start.line}:${place.start.column}` : '',
    message: safe(message.replace(/\s+/g, ' ')),
    frame: place && finding.actual !== undefined ? codeFrame(source, place, width - frameMargin) : [],
    sources: finding.sources.map((source) => sourceView(source, lang)),
    proposals: proposals(finding, lang),
  }
}

const offset = (finding: Finding): number => finding.place?.start.offset ?? Number.POSITIVE_INFINITY

const byPlace = (a: Finding, b: Finding): number => (offset(a) === offset(b) ? 0 : offset(a) - offset(b))

const groups = (file: FileReport, context: ReporterContext): FindingGroup[] => {
  const source = context.sources.get(file.path) ?? ''
  const open = file.findings.filter((finding) => finding.waiver === undefined).sort(byPlace)
  return severities
    .filter((severity) => severity === 'error' || !context.quiet)
    .map((severity) => ({severity, of: open.filter((finding) => finding.severity === severity)}))
    .filter(({of}) => of.length > 0)
    .map(({severity, of}) => ({
      severity,
      heading: translate(context.lang, `count.${severity}`, {n: of.length}),
      findings: of.map((finding) => findingView(finding, source, context)),
    }))
}

const remarks = (file: FileReport, lang: MessageLanguage): string[] => {
  const waived = file.findings.filter((finding) => finding.waiver !== undefined).length
  if (waived > 0) return [translate(lang, 'count.waived', {n: waived})]
  return file.findings.length === 0 ? [translate(lang, 'file.clean')] : []
}

/** What to show of one file; undefined for a file without errors when only errors are asked for. */
export const viewFile = (file: FileReport, context: ReporterContext): FileView | undefined => {
  const {lang, quiet} = context
  const found = groups(file, context)
  const path = safe(file.path)
  if (quiet)
    return found.length === 0
      ? undefined
      : {path, facts: [], checklist: [], unmentioned: undefined, groups: found, remarks: []}
  const rows = fieldNames.map((name) => checklistRow(file, name, lang))
  const unmentioned = fieldNames.filter((_name, i) => rows[i] === undefined)
  return {
    path,
    facts: facts(file, lang),
    checklist: rows.filter((row) => row !== undefined),
    unmentioned:
      unmentioned.length === 0
        ? undefined
        : {
            label: translate(lang, 'file.unmentioned'),
            value: unmentioned.map((name) => fieldLabel(lang, name).toLowerCase()).join(', '),
          },
    groups: found,
    remarks: remarks(file, lang),
  }
}

/** The last lines of a report: what it is not, and the sum. */
export const viewClosing = ({summary}: Report, {lang, quiet}: ReporterContext): ClosingView => {
  const counts = severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => translate(lang, `count.${severity}`, {n: summary[severity]}))
  const found = counts.length > 0 ? counts.join(', ') : translate(lang, 'summary.none')
  const sentences = [
    `${translate(lang, 'count.files', {n: summary.files})}: ${found}.`,
    summary.waived > 0 ? translate(lang, 'count.waived', {n: summary.waived}) : '',
    summary.fixable > 0 ? translate(lang, 'count.fixable', {n: summary.fixable}) : '',
  ]
  return {
    remark: quiet ? undefined : translate(lang, 'summary.legal'),
    summary: sentences.filter((sentence) => sentence !== '').join(' '),
    worst: severities.find((severity) => summary[severity] > 0),
  }
}
