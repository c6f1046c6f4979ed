import {inertText} from './escape-markdown.ts'
import {nameOf, positionOf} from './naming.ts'
import {repositoryPath} from './paths.ts'
import {bySeverity, grouped, openFindings} from './pick.ts'
import {safe} from './safe.ts'
import {sourceLine, titleAndAddress} from './sources.ts'
import {translate} from './texts.ts'
import type {FileReport, Finding, Reporter, ReporterContext, Unchecked} from './types.ts'
import {documentOf, element, escapeXml} from './xml.ts'

/** A rule in an ad: it fails with an error only, as the whole run does. */
interface TestCase {
  outcome: 'passed' | 'failed' | 'skipped'
  xml: string
}

/** One finding as a person reads it, with its place and its sources. */
const lines = (finding: Finding, file: FileReport, context: ReporterContext): string[] => {
  const path = nameIn(file, context)
  const {place, severity, message} = finding
  const position = place ? `${path}:${positionOf(place, file, context.lang)}` : path
  return [
    `${position}: ${translate(context.lang, `severity.${severity}`)}: ${inertText(message)}`,
    ...sourceLine(finding, context, titleAndAddress),
  ]
}

const written = (findings: readonly Finding[], file: FileReport, context: ReporterContext): string =>
  escapeXml(findings.map((finding) => lines(finding, file, context).join('\n')).join('\n\n'))

const failure = (findings: readonly Finding[], file: FileReport, context: ReporterContext): string => {
  const [first, ...more] = findings
  const message = inertText(first!.message)
  return element(
    'failure',
    {
      message: more.length === 0 ? message : translate(context.lang, 'junit.more', {message, n: more.length}),
      type: first!.ruleId,
    },
    [written(findings, file, context)],
  )
}

const why = ({waiver}: Finding, {lang}: ReporterContext): string =>
  waiver ? inertText(waiver.reason) : translate(lang, 'junit.known')

const testCase = (all: readonly Finding[], file: FileReport, context: ReporterContext): TestCase => {
  const open = openFindings({...file, findings: [...all]}, context).toSorted(bySeverity)
  const {ruleId} = all[0]!
  const rule = context.ruleOf(ruleId)
  const title = inertText(rule ? `${ruleId}: ${rule.title[context.lang]}` : ruleId)
  const of = (outcome: TestCase['outcome'], child: string): TestCase => ({
    outcome,
    xml: element('testcase', {name: title, classname: classOf(file, context), time: 0}, [child]),
  })
  if (open.length === 0) {
    const reasons = [...new Set(all.map((finding) => why(finding, context)))]
    return of('skipped', element('skipped', {}, [escapeXml(reasons.join('\n'))]))
  }
  if (open[0]!.severity === 'error') return of('failed', failure(open, file, context))
  return of('passed', element('system-out', {}, [written(open, file, context)]))
}

const nameIn = ({path, ad}: FileReport, {lang}: ReporterContext): string =>
  nameOf({path: repositoryPath(path), ...(ad !== undefined && {ad})}, lang)

/** Build servers take what follows a full stop for the name of a class. */
const classOf = (file: FileReport, context: ReporterContext): string =>
  nameIn({...file, path: file.path.replace(/\.[^./]*$/, '')}, context)

const clean = (file: FileReport, context: ReporterContext): TestCase => ({
  outcome: 'passed',
  xml: element('testcase', {
    name: translate(context.lang, 'junit.clean'),
    classname: classOf(file, context),
    time: 0,
  }),
})

const suite = (file: FileReport, context: ReporterContext): {cases: TestCase[]; xml: string} => {
  const shown = file.findings.filter(({severity}) => severity === 'error' || !context.quiet)
  const byRule = [...grouped(shown, ({ruleId}) => ruleId).values()]
  const cases =
    byRule.length === 0 ? [clean(file, context)] : byRule.map((findings) => testCase(findings, file, context))
  const children = cases.map(({xml}) => `${xml}\n`)
  return {
    cases,
    xml: element('testsuite', {name: nameIn(file, context), ...counts(cases), errors: 0, time: 0}, [
      '\n',
      ...children,
    ]),
  }
}

/** What could not be checked is an error of a suite of its own: neither a test that passes nor one that fails. */
const uncheckedSuite = ({path, message}: Unchecked, {lang}: ReporterContext): string => {
  const name = safe(repositoryPath(path))
  const error = element('error', {message: inertText(message), type: 'utlys/unchecked'})
  const test = element('testcase', {name: translate(lang, 'junit.unchecked'), classname: name, time: 0}, [
    error,
  ])
  const count = {tests: 1, failures: 0, skipped: 0, errors: 1}
  return element('testsuite', {name, ...count, time: 0}, ['\n', `${test}\n`])
}

const counts = (cases: readonly TestCase[]) => {
  const count = (wanted: TestCase['outcome']) => cases.filter(({outcome}) => outcome === wanted).length
  return {tests: cases.length, failures: count('failed'), skipped: count('skipped')}
}

/**
 * For the list of tests of a build server: a suite for each ad, and in it a test for each rule that found something,
 * so that the list names the rule and a test that failed yesterday can be followed. Warnings and advice are what a test
 * that passes wrote, since they let the run pass; what is waived or known is a test that was skipped, and says why.
 */
export const junit: Reporter = {
  name: 'junit',
  render(report, context) {
    const suites = report.files.map((file) => suite(file, context))
    const {tests, failures} = counts(suites.flatMap(({cases}) => cases))
    const errors = report.unchecked.length
    return documentOf(
      'testsuites',
      {name: report.tool.name, tests: tests + errors, failures, errors, time: 0},
      [...suites.map(({xml}) => xml), ...report.unchecked.map((one) => uncheckedSuite(one, context))],
    )
  },
}
