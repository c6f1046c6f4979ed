import type {MessageLanguage, Severity} from '../engine/types.ts'
import type {Place} from '../posting/types.ts'
import {clipped} from './clipped.ts'
import {codeFrame, type FrameRow} from './frame.ts'
import {positionOf} from './naming.ts'
import {bySeverity, openFindings} from './pick.ts'
import {safe} from './safe.ts'
import {severitySymbols} from './symbols.ts'
import {translate} from './texts.ts'
import type {FileReport, Finding, ReporterContext, SourceReference} from './types.ts'
import {columns, widestProse} from './width.ts'

/** Findings of which the same is said, in words. All texts are `safe`. */
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

/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14
/** Space around an address for the indent, the label and the brackets. */
const addressMargin = 16
const mostPositions = 50
const mostFrames = 20
const mostReplacements = 5

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

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
export const viewFindings = (file: FileReport, context: ReporterContext): FindingView[] => {
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
