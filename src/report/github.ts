import type {Severity} from '../engine/types.ts'
import {active} from './active.ts'
import {repositoryPath} from './paths.ts'
import {bySeverity, grouped, openFindings, severities} from './pick.ts'
import {safe} from './safe.ts'
import {sourceLine} from './sources.ts'
import {translate} from './texts.ts'
import type {FileReport, Finding, Report, Reporter, ReporterContext, SourceReference} from './types.ts'
import {viewClosing} from './view.ts'

/** How many annotations of each severity GitHub keeps of a step; the rest it drops without a word. */
export const mostAnnotations = 10
const mostLines = 8
const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

/** What those know who have a pull request before them. */
export interface GithubChoice {
  /** How many annotations of a severity there is room for. */
  room?: Partial<Record<Severity, number>>
  /** What is shown elsewhere, or not at all, takes no room. */
  isMeant?(finding: Finding): boolean
  /** Among equals, what is on the lines of a change comes first. */
  isOnChange?(finding: Finding): boolean
}

type Choice = Required<GithubChoice>

/** All that one rule finds in one file, the weightiest first. */
interface Annotation {
  path: string
  findings: [Finding, ...Finding[]]
}

const oneLine = (text: string): string => safe(text.replace(/\s+/g, ' ').trim())

const annotations = (
  file: FileReport,
  context: ReporterContext,
  {isMeant, isOnChange}: Choice,
): Annotation[] => {
  const meant = openFindings(file, context).filter(isMeant)
  const rank = (one: Finding, other: Finding): number =>
    bySeverity(one, other) || Number(isOnChange(other)) - Number(isOnChange(one))
  return [...grouped(meant, ({ruleId}) => ruleId).values()].map((findings) => ({
    path: file.path,
    findings: findings.toSorted(rank) as Annotation['findings'],
  }))
}

/** How the runner reads what follows `::`; as `escapeData` of @actions/core. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** As `escapeProperty` of @actions/core. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The name of a file as it is, unless a log would act on it. */
const fileName = (file: string): string => {
  const name = repositoryPath(file)
  return /\p{Cc}|\p{Cs}/u.test(name) || name.search(active) >= 0 ? safe(name) : name
}

/** Lines start at 1, and columns count to the last one; GitHub takes columns of one line only. */
const position = ({place}: Finding): [string, number][] => {
  if (!place) return [['line', 1]]
  const {start, end} = place
  const columns: [string, number][] = [
    ['col', start.column],
    ['endColumn', Math.max(start.column, end.column - 1)],
  ]
  return [['line', start.line], ['endLine', end.line], ...(start.line === end.line ? columns : [])]
}

const title = ({ruleId}: Finding, {lang, ruleOf}: ReporterContext): string => {
  const rule = ruleOf(ruleId)
  return oneLine(rule ? `${rule.title[lang]} (${ruleId})` : ruleId)
}

const repeats = (findings: readonly Finding[], lang: ReporterContext['lang']): string[] => {
  if (findings.length === 1) return []
  const all = [...new Set(findings.flatMap(({place}) => place?.start.line ?? []))].toSorted((a, b) => a - b)
  const lines = all.slice(0, mostLines).join(', ') + (all.length > mostLines ? ' …' : '')
  return [translate(lang, lines === '' ? 'github.repeats' : 'github.repeatsAt', {n: findings.length, lines})]
}

const source = ({title, url}: SourceReference, index: number): string =>
  oneLine(index === 0 && url ? `${title} <${url}>` : title)

const command = ({path, findings}: Annotation, context: ReporterContext): string => {
  const [first] = findings
  const properties: [string, string | number][] = [
    ['file', fileName(path)],
    ...position(first),
    ['title', title(first, context)],
  ]
  const lines = [
    oneLine(first.message),
    ...repeats(findings, context.lang),
    ...sourceLine(first, context, source),
  ]
  const listed = properties.map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${commands[first.severity]} ${listed.join(',')}::${data(lines.join('\n'))}`
}

/** How many findings have no annotation, in words; nothing when all have one. */
const rest = (findings: readonly Finding[], {lang}: ReporterContext): string[] => {
  if (findings.length === 0) return []
  const list = severities
    .map((severity) => ({severity, n: findings.filter((one) => one.severity === severity).length}))
    .filter(({n}) => n > 0)
    .map(({severity, n}) => translate(lang, `count.${severity}`, {n}))
  return [translate(lang, 'github.rest', {most: mostAnnotations, list: list.join(', ')})]
}

export interface Annotated {
  /** Workflow commands, one line each, the weightiest first. */
  commands: string[]
  /** What there is no room for. */
  left: Finding[]
}

/** The annotations that GitHub has room for. */
export const annotate = (report: Report, context: ReporterContext, given: GithubChoice = {}): Annotated => {
  const choice = {...everything, ...given}
  const all = report.files.flatMap((file) => annotations(file, context, choice))
  const bySeverities = grouped(all, ({findings}) => findings[0].severity)
  const ranked = severities.map((severity) => {
    const byChange = grouped(bySeverities.get(severity) ?? [], ({findings}) => choice.isOnChange(findings[0]))
    const some = [...(byChange.get(true) ?? []), ...(byChange.get(false) ?? [])]
    const room = choice.room[severity] ?? mostAnnotations
    return {shown: some.slice(0, room), left: some.slice(room)}
  })
  return {
    commands: ranked.flatMap(({shown}) => shown).map((annotation) => command(annotation, context)),
    left: ranked.flatMap(({left}) => left).flatMap(({findings}) => findings),
  }
}

const everything: Choice = {room: {}, isMeant: () => true, isOnChange: () => false}

/** Annotations on the lines of a pull request on GitHub, by what a step of a workflow prints. */
export const github: Reporter = {
  name: 'github',
  render(report, context) {
    const {commands: printed, left} = annotate(report, context)
    return `${[...printed, viewClosing(report, context).summary, ...rest(left, context)].join('\n')}\n`
  },
}
