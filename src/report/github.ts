import type {Severity} from '../engine/types.ts'
import {active} from './active.ts'
import {inParagraph} from './naming.ts'
import {repositoryPath} from './paths.ts'
import {countBySeverity, grouped, severities} from './pick.ts'
import {type RuleInFile, repeats, rulesInFile} from './repeats.ts'
import {safe} from './safe.ts'
import {sourceLine} from './sources.ts'
import {countsInWords, translate} from './texts.ts'
import type {Finding, Report, Reporter, ReporterContext, SourceReference} from './types.ts'
import {viewClosing} from './view.ts'

/** How many annotations of each severity GitHub keeps of a step; the rest it drops without a word. */
export const mostAnnotations = 10
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

const oneLine = (text: string): string => safe(text.replace(/\s+/g, ' ').trim())

/** How the runner reads what follows `::`; as `escapeData` of @actions/core. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** As `escapeProperty` of @actions/core. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The name of a file as it is, unless a log would act on it. */
const fileName = (file: string, {commit}: ReporterContext): string => {
  const name = repositoryPath(file, commit)
  return /\p{Cc}|\p{Cs}/u.test(name) || name.search(active) >= 0 ? safe(name) : name
}

/** Lines start at 1, and columns count to the last one; GitHub takes columns of one line only, and no paragraphs. */
const position = ({place}: Finding, {unit}: RuleInFile): [string, number][] => {
  if (!place || unit) return [['line', 1]]
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

const source = ({title, url}: SourceReference, index: number): string =>
  oneLine(index === 0 && url ? `${title} <${url}>` : title)

const command = (rule: RuleInFile, context: ReporterContext): string => {
  const {path, findings} = rule
  const [first] = findings
  const properties: [string, string | number][] = [
    ['file', fileName(path, context)],
    ...position(first, rule),
    ['title', title(first, context)],
  ]
  const lines = [
    oneLine(inParagraph(first.message, first.place, rule, context.lang)),
    ...repeats(findings, context, rule),
    ...sourceLine(first, context, source),
  ]
  const listed = properties.map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${commands[first.severity]} ${listed.join(',')}::${data(lines.join('\n'))}`
}

/** How many findings have no annotation, in words; nothing when all have one. */
const rest = (findings: readonly Finding[], {lang}: ReporterContext): string[] => {
  const list = countsInWords(countBySeverity(findings), lang)
  return list === '' ? [] : [translate(lang, 'github.rest', {most: mostAnnotations, list})]
}

export interface Annotated {
  /** Workflow commands, one line each, the weightiest first. */
  commands: string[]
  /** What there is no room for. */
  left: Finding[]
}

/** The annotations that GitHub has room for. */
export const annotate = (
  report: Report,
  context: ReporterContext,
  {room = {}, isMeant = () => true, isOnChange = () => false}: GithubChoice = {},
): Annotated => {
  const changedFirst = <Item>(items: readonly Item[], findingOf: (item: Item) => Finding): Item[] =>
    items.toSorted((one, other) => Number(isOnChange(findingOf(other))) - Number(isOnChange(findingOf(one))))
  const all = report.files.flatMap((file) => {
    const findings = changedFirst(file.findings.filter(isMeant), (finding) => finding)
    return rulesInFile({...file, findings}, context)
  })
  const groups = grouped(all, ({findings}) => findings[0].severity)
  const ranked = severities.map((severity) => {
    const some = changedFirst(groups.get(severity) ?? [], ({findings}) => findings[0])
    const most = Math.max(0, room[severity] ?? mostAnnotations)
    return {shown: some.slice(0, most), left: some.slice(most)}
  })
  return {
    commands: ranked.flatMap(({shown}) => shown).map((annotation) => command(annotation, context)),
    left: ranked.flatMap(({left}) => left).flatMap(({findings}) => findings),
  }
}

/** Annotations on the lines of a pull request on GitHub, by what a step of a workflow prints. */
export const github: Reporter = {
  name: 'github',
  render(report, context) {
    const {commands: printed, left} = annotate(report, context)
    return `${[...printed, viewClosing(report, context).summary, ...rest(left, context)].join('\n')}\n`
  },
}
