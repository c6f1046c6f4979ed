import {createNumberer} from '../baseline/number.ts'
import type {Severity} from '../engine/types.ts'
import {inertJson} from './active.ts'
import {escapeMarkdown, inertText, markdownLink} from './escape-markdown.ts'
import {repositoryUri} from './paths.ts'
import {firstAddress, sourceLine, titleAndAddress} from './sources.ts'
import {formatDate, translate} from './texts.ts'
import type {
  FileReport,
  Finding,
  Report,
  Reporter,
  ReporterContext,
  SourceReference,
  Waiver,
} from './types.ts'
import {cutEnd} from './width.ts'

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}
/** What GitHub takes of a description. */
const longestDescription = 1024

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

/** What stands nowhere is shown at the first line. */
const region = ({place}: Finding, source: string): Record<string, number> => {
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

const isShown = ({severity}: Finding, {quiet}: ReporterContext): boolean => severity === 'error' || !quiet

const results = (file: FileReport, {context, ruleIds, hasBaseline}: Run): object[] => {
  const source = context.sources.get(file.path) ?? ''
  const number = createNumberer(source)
  return file.findings
    .map((finding) => ({finding, id: number(finding)}))
    .filter(({finding}) => isShown(finding, context))
    .map(({finding, id}) => ({
      ruleId: finding.ruleId,
      ruleIndex: ruleIds.indexOf(finding.ruleId),
      level: levels[finding.severity],
      message: {text: inertText(finding.message)},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: repositoryUri(file.path)},
            region: region(finding, source),
          },
        },
      ],
      partialFingerprints: {'utlysFinding/v1': id},
      ...(hasBaseline && {baselineState: finding.known ? 'unchanged' : 'new'}),
      ...(finding.waiver && {suppressions: [suppression(finding.waiver, context)]}),
    }))
}

const run = ({tool, files, baseline}: Report, context: ReporterContext): object => {
  const findings = files.flatMap((file) => file.findings).filter((finding) => isShown(finding, context))
  const firsts = new Map(findings.toReversed().map((finding) => [finding.ruleId, finding]))
  const ruleIds = [...firsts.keys()].toSorted()
  const rules = ruleIds.map((id) => descriptor(firsts.get(id)!, context))
  const hasBaseline = baseline !== undefined || findings.some(({known}) => known)
  return {
    tool: {driver: {name: tool.name, version: tool.version, semanticVersion: tool.version, rules}},
    language: context.lang,
    columnKind: 'utf16CodeUnits',
    results: files.flatMap((file) => results(file, {context, ruleIds, hasBaseline})),
  }
}

/**
 * For code scanning on GitHub, and for all that reads SARIF. GitHub's own fingerprint of a line is left to the action
 * that uploads the file, which complains of any other.
 */
export const sarif: Reporter = {
  name: 'sarif',
  render(report, context) {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [run(report, context)],
    }
    return `${inertJson(JSON.stringify(log, null, 2))}\n`
  },
}
