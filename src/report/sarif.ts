import {createNumberer} from '../baseline/number.ts'
import type {Severity} from '../engine/types.ts'
import {inertJson} from './active.ts'
import {escapeMarkdown, inertText, markdownLink} from './escape-markdown.ts'
import {inParagraph} from './naming.ts'
import {repositoryUri} from './paths.ts'
import {bySeverity, countBySeverity, grouped, isOpen} from './pick.ts'
import {firstAddress, sourceLine, titleAndAddress} from './sources.ts'
import {countsInWords, formatDate, translate} from './texts.ts'
import type {
  FileReport,
  Finding,
  Report,
  Reporter,
  ReporterContext,
  SourceReference,
  Unchecked,
  Waiver,
} from './types.ts'
import {cutEnd} from './width.ts'

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}
/** What GitHub takes of a description. */
const longestDescription = 1024
const longestMessage = 2000
/** GitHub refuses a file with more, so no other reader gets more either. */
const mostResults = 25_000
/** What GitHub keeps of a file. */
const mostAlerts = 5000

/** What is said of a rule: its own texts, and the sources that its findings name. */
const descriptor = (finding: Finding, context: ReporterContext): Record<string, unknown> => {
  const {ruleId, severity} = finding
  const {lang} = context
  const rule = context.ruleOf(ruleId)
  const description = (text: string) => ({text: cutEnd(inertText(text), longestDescription)})
  const address = firstAddress(finding)
  const parts = rule ? [rule.why[lang], rule.mend[lang]] : []
  return {
    id: ruleId,
    shortDescription: description(rule?.title[lang] ?? ruleId),
    fullDescription: description(rule?.why[lang] ?? ruleId),
    help: {
      text: [...parts.map(inertText), ...sourceLine(finding, context, titleAndAddress)].join('\n\n'),
      markdown: [...parts.map(escapeMarkdown), ...sourceLine(finding, context, linkedSource)].join('\n\n'),
    },
    ...(address !== undefined && {helpUri: address}),
    defaultConfiguration: {level: levels[rule?.severity ?? severity]},
    properties: {tags: [...new Set(['utlys', ruleId.split('/')[0], ...(rule ? [rule.ground] : [])])]},
  }
}

const linkedSource = ({title, url}: SourceReference): string => markdownLink(title, url)

/** What stands nowhere is shown at the first line; a file without lines has nothing but its beginning. */
const region = ({place}: Finding, {unit}: FileReport, source: string): Record<string, number> => {
  if (unit) return {startLine: 1, startColumn: 1, endLine: 1, endColumn: 1}
  const {start, end} = place ?? {
    start: {line: 1, column: 1},
    end: {line: 1, column: source.split(/[\r\n]/, 1)[0]!.length + 1},
  }
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}

const suppression = ({reason, by, until, origin}: Waiver, {lang}: ReporterContext): object => {
  const more = [
    ...(by === undefined ? [] : [`${translate(lang, 'table.by')}: ${by}`]),
    ...(until === undefined ? [] : [`${translate(lang, 'table.until')}: ${formatDate(until, lang)}`]),
  ].join(', ')
  return {
    kind: origin === 'draft' ? 'inSource' : 'external',
    status: 'accepted',
    justification: inertText(more === '' ? reason : `${reason} (${more})`),
  }
}

interface Run {
  context: ReporterContext
  ruleIds: readonly string[]
  /** Findings are told to be new or known when there is a list of known ones. */
  hasBaseline: boolean
}

/** A finding with all that its result needs of its file. */
interface Located {
  finding: Finding
  file: FileReport
  source: string
  print: string
}

/** All findings of the ads; those of one file are counted together. */
const located = (files: readonly FileReport[], {sources}: ReporterContext): Located[] =>
  [...grouped(files, ({path}) => path)].flatMap(([path, ads]) => {
    const source = sources.get(path) ?? ''
    const number = createNumberer(source)
    return ads.flatMap((file) =>
      file.findings.map((finding) => ({finding, file, source, print: number(finding)})),
    )
  })

const result = ({finding, file, source, print}: Located, {context, ruleIds, hasBaseline}: Run): object => ({
  ruleId: finding.ruleId,
  ruleIndex: ruleIds.indexOf(finding.ruleId),
  level: levels[finding.severity],
  message: {
    text: cutEnd(inertText(inParagraph(finding.message, finding.place, file, context.lang)), longestMessage),
  },
  locations: [
    {
      physicalLocation: {
        artifactLocation: {uri: repositoryUri(file.path, context.commit)},
        region: region(finding, file, source),
      },
    },
  ],
  partialFingerprints: {'utlysFinding/v1': print},
  ...(hasBaseline && {baselineState: finding.known ? 'unchanged' : 'new'}),
  ...(finding.waiver && {suppressions: [suppression(finding.waiver, context)]}),
})

/** Says in the file what is not in it. */
const cut = (left: readonly Located[], {lang}: ReporterContext): object[] => {
  if (left.length === 0) return []
  const list = countsInWords(countBySeverity(left.map(({finding}) => finding)), lang)
  const text = translate(lang, 'sarif.cut', {list})
  return [{level: 'warning', message: {text}}]
}

const notChecked = ({path, message}: Unchecked, {commit}: ReporterContext): object => ({
  level: 'error',
  message: {text: cutEnd(inertText(message), longestMessage)},
  locations: [{physicalLocation: {artifactLocation: {uri: repositoryUri(path, commit)}}}],
})

/** Told only when there is something to tell. */
const invocations = (unchecked: readonly Unchecked[], left: readonly Located[], context: ReporterContext) => {
  const notifications = [...cut(left, context), ...unchecked.map((one) => notChecked(one, context))]
  const executionSuccessful = unchecked.length === 0
  return notifications.length === 0
    ? {}
    : {invocations: [{executionSuccessful, toolExecutionNotifications: notifications}]}
}

interface Choice {
  holds(finding: Finding): boolean
  most: number
}

const run = (
  {tool, files, baseline, unchecked}: Report,
  {holds, most}: Choice,
  context: ReporterContext,
): object => {
  const all = located(files, context).filter(({finding}) => holds(finding))
  const ranked =
    all.length > most ? all.toSorted((one, other) => bySeverity(one.finding, other.finding)) : all
  const [kept, left] = [ranked.slice(0, most), ranked.slice(most)]
  const firsts = new Map(kept.toReversed().map(({finding}) => [finding.ruleId, finding]))
  const ruleIds = [...firsts.keys()].toSorted()
  const rules = ruleIds.map((id) => descriptor(firsts.get(id)!, context))
  const hasBaseline = baseline !== undefined || kept.some(({finding}) => finding.known)
  return {
    tool: {driver: {name: tool.name, version: tool.version, semanticVersion: tool.version, rules}},
    ...invocations(unchecked, left, context),
    language: context.lang,
    columnKind: 'utf16CodeUnits',
    results: kept.map((one) => result(one, {context, ruleIds, hasBaseline})),
  }
}

const log = (report: Report, choice: Choice, context: ReporterContext): string => {
  const {quiet} = context
  const holds = (finding: Finding): boolean =>
    choice.holds(finding) && (finding.severity === 'error' || !quiet)
  const whole = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run(report, {...choice, holds}, context)],
  }
  return `${inertJson(JSON.stringify(whole, null, 2))}\n`
}

/**
 * For all that reads SARIF: waived findings are suppressed results, known ones are unchanged. GitHub's own fingerprint
 * of a line is left to the action that uploads the file, which complains of any other.
 */
export const sarif: Reporter = {
  name: 'sarif',
  render: (report, context) => log(report, {holds: () => true, most: mostResults}, context),
}

/**
 * SARIF for code scanning on GitHub, which passes over `suppressions` and `baselineState`, and would show what is
 * waived or known as open alerts: these are left out, so that GitHub closes the alerts that there were.
 */
export const codeScanning: Reporter = {
  name: 'code-scanning',
  render: (report, context) => log(report, {holds: isOpen, most: mostAlerts}, context),
}
