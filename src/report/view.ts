import type {MessageLanguage, Severity} from '../engine/types.ts'
import type {Place} from '../posting/types.ts'
import {formatField} from './format-field.ts'
import {codeFrame, type FrameRow} from './frame.ts'
import {nameOf, positionOf} from './naming.ts'
import {bySeverity, openFindings, severities} from './pick.ts'
import {safe} from './safe.ts'
import {summarise} from './summary.ts'
import {severitySymbols} from './symbols.ts'
import {fieldLabel, fieldNames, formatDate, languageName, profileLabel, translate} from './texts.ts'
import type {FileReport, Finding, Report, ReporterContext, SourceReference} from './types.ts'
import {columns, cutEnd, widestProse} from './width.ts'

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

export interface FindingView {
  severity: Severity
  symbol: string
  word: string
  ruleId: string
  /** How many findings it stands for. */
  count: number
  /** Where the words stand, from first to last; empty for what stands nowhere. */
  places: Place[]
  /** Each of them in words; of very many the first, and then how many more there are. */
  positions: Position[]
  message: string
  /** The words in their lines, at the first places. */
  frame: FrameRow[]
  /** All sources by name, the first with its address where a line has room for it. */
  source: {label: string; text: string} | undefined
  /** All sources with their addresses, for formats that have links. */
  links: SourceLink[]
  proposals: ProposalView[]
}

/** A place in words, or several together. */
export interface Position {
  text: string
  place?: Place
}

export interface SourceLink {
  title: string
  url: string | undefined
}

export interface ProposalView {
  label: string
  text: string
  /** Lines ready to put into the ad. */
  ready: string[]
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
/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14
/** Space around an address for the indent, the label and the brackets. */
const addressMargin = 16
const longestLabel = 24
const longestValue = 240
const mostUnchecked = 50
const mostPositions = 50
const mostFrames = 20
const mostReplacements = 5
/** Words of a waiver that are shown; these are not `safe`. */
export const longestWords = longestValue

const clipped = (text: string): string => cutEnd(safe(text), longestValue)

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

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
  const values = unique(occurrences.map((occurrence) => clipped(formatField(name, occurrence, lang))))
  if (values.length > 0) return row('found', cutEnd(values.join('; '), longestValue))
  if (file.portal.includes(name)) return row('portal', translate(lang, 'field.portal'))
  return file.missing.includes(name) ? row('missing', translate(lang, 'field.missing')) : undefined
}

/** The fields of an ad: those that are there, missing, or left to the portal. */
export const viewChecklist = (file: FileReport, lang: MessageLanguage): ChecklistRow[] =>
  fieldNames.flatMap((name) => checklistRow(file, name, lang) ?? [])

const proposals = (finding: Finding, isWritable: boolean, lang: MessageLanguage): ProposalView[] => {
  const label = translate(lang, 'finding.proposal')
  const replacements = unique(finding.expected ?? finding.fix?.text.split('\n', 1) ?? [])
  const quoted = replacements
    .filter((text) => text !== '')
    .slice(0, mostReplacements)
    .map((text) => translate(lang, 'quote', {text: clipped(text)}))
  const fixable = finding.fix && isWritable ? translate(lang, 'finding.fixable') : ''
  const text = [quoted.join(', '), fixable].filter((part) => part !== '').join('. ')
  const rest = (finding.suggestions ?? []).filter((suggestion) => !replacements.includes(suggestion.text))
  return [
    ...(text === '' ? [] : [{label, text, ready: []}]),
    ...rest.map((suggestion) => ({
      label,
      text:
        suggestion.range[0] === suggestion.range[1]
          ? translate(lang, 'finding.insert')
          : safe(suggestion.message),
      ready: suggestion.text
        .trim()
        .split(/\r\n|\r|\n/)
        .map(clipped),
    })),
  ]
}

const sourceView = (
  [first, ...more]: readonly SourceReference[],
  {lang, width}: ReporterContext,
): FindingView['source'] => {
  if (first === undefined) return undefined
  const url = safe(first.url ?? '')
  const fits = url !== '' && columns(url) <= Math.min(width, widestProse) - addressMargin
  const titles = [safe(first.title) + (fits ? ` <${url}>` : ''), ...more.map(({title}) => safe(title))]
  return {label: translate(lang, 'finding.source'), text: unique(titles).join('; ')}
}

/** What is said of a finding, wherever it stands. */
type Words = Omit<FindingView, 'count' | 'places' | 'positions' | 'frame'>

const wordsOf = (finding: Finding, file: FileReport, context: ReporterContext): Words => {
  const {lang} = context
  const {severity, ruleId, message, sources} = finding
  return {
    severity,
    symbol: severitySymbols[severity],
    word: translate(lang, `severity.${severity}`),
    ruleId: safe(ruleId),
    message: safe(message.replace(/\s+/g, ' ')),
    source: sourceView(sources, context),
    links: sources.map(({title, url}) => ({title: safe(title), url: url && safe(url)})),
    proposals: proposals(finding, file.readOnly === undefined, lang),
  }
}

const positionsOf = (places: readonly Place[], file: FileReport, lang: MessageLanguage): Position[] => {
  const n = places.length - mostPositions
  const more = n > 0 ? [{text: translate(lang, 'place.more', {n})}] : []
  const first = places.slice(0, mostPositions)
  return [...first.map((place) => ({text: positionOf(place, file, lang), place})), ...more]
}

/** Findings of which the same is said, with all places, and frames for the first of them. */
const joined = (
  words: Words,
  findings: readonly Finding[],
  file: FileReport,
  context: ReporterContext,
): FindingView => {
  const places = findings.flatMap(({place}) => place ?? [])
  const quoted = findings.flatMap(({place, actual}) => (place && actual !== undefined ? place : []))
  const source = context.sources.get(file.path) ?? ''
  return {
    ...words,
    count: findings.length,
    places,
    positions: positionsOf(places, file, context.lang),
    frame: quoted
      .slice(0, mostFrames)
      .flatMap((place) => codeFrame(source, place, context.width - frameMargin)),
  }
}

/** One finding of a file by itself. */
export const viewFinding = (finding: Finding, file: FileReport, context: ReporterContext): FindingView =>
  joined(wordsOf(finding, file, context), [finding], file, context)

const offset = (finding: Finding): number => finding.place?.start.offset ?? Number.MAX_SAFE_INTEGER

const inOrder = (a: Finding, b: Finding): number => bySeverity(a, b) || offset(a) - offset(b)

/** What differs in nothing but the place, or in letter case, becomes one with all places. */
const findings = (file: FileReport, context: ReporterContext): FindingView[] => {
  const groups = new Map<string, {words: Words; all: Finding[]}>()
  for (const finding of openFindings(file, context).sort(inOrder)) {
    const words = wordsOf(finding, file, context)
    const key = JSON.stringify(words).toLowerCase()
    const group = groups.get(key)
    if (group) group.all.push(finding)
    else groups.set(key, {words, all: [finding]})
  }
  return [...groups.values()].map(({words, all}) => joined(words, all, file, context))
}

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
    findings: findings(file, context),
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
