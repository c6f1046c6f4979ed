import {writeFile} from 'node:fs/promises'
import type {SummaryContext} from '../../src/report/job-summary.ts'
import {json} from '../../src/report/json.ts'
import {text} from '../../src/report/text.ts'
import type {Report, Reporter, ReporterContext} from '../../src/report/types.ts'
import {columns} from '../options.ts'
import {Explained, linesOfProblem, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {commitHere} from './commit.ts'
import type {CheckRequest, Format, Output} from './request.ts'
import type {Background} from './result.ts'

/** A format is loaded by those who ask for it; text and JSON are what most of them get. */
const reporters: Record<Exclude<Format, 'terminal'>, () => Reporter | Promise<Reporter>> = {
  text: () => text,
  json: () => json,
  jsonl: async () => (await import('../../src/report/jsonl.ts')).jsonl,
  markdown: async () => (await import('../../src/report/markdown.ts')).markdown,
  html: async () => (await import('../../src/report/html.ts')).html,
  github: async () => (await import('../../src/report/github.ts')).github,
  summary: async () => summaryHere((await import('../../src/report/job-summary.ts')).jobSummary),
  sarif: async () => (await import('../../src/report/sarif.ts')).sarif,
  'code-scanning': async () => (await import('../../src/report/sarif.ts')).codeScanning,
  rdjson: async () => (await import('../../src/report/rdjson.ts')).rdjson,
  checkstyle: async () => (await import('../../src/report/checkstyle.ts')).checkstyle,
  junit: async () => (await import('../../src/report/junit.ts')).junit,
}

interface OutputContext extends Pick<CheckRequest, 'outputs' | 'quiet' | 'color'>, Background {
  lang: Lang
}

/** On a build server of GitHub the summary links to the commit that is checked. */
const summaryHere = (jobSummary: Reporter<SummaryContext>): Reporter => ({
  name: jobSummary.name,
  render: (report, context) => jobSummary.render(report, {...context, commit: commitHere()}),
})

/**
 * Writes the report in every format that was asked for; one that cannot be written keeps no other back.
 * @throws Explained that says which could not be written
 */
export const writeOutputs = async (report: Report, {outputs, ...context}: OutputContext): Promise<void> => {
  const troubles: string[] = []
  for (const output of outputs) {
    try {
      await writeOutput(report, output, context)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      troubles.push(...linesOfProblem(error, context.lang))
    }
  }
  if (troubles.length > 0) throw new Explained(troubles)
}

const writeOutput = async (
  report: Report,
  {format, file}: Output,
  {lang, sources, ruleOf, quiet, color}: Omit<OutputContext, 'outputs'>,
): Promise<void> => {
  const context: ReporterContext = {
    lang,
    sources,
    ruleOf,
    quiet,
    width: columns(),
    color: color && file === undefined,
  }
  if (format === 'terminal') {
    const {printReport} = await import('../screens/print-report.tsx')
    return printReport(report, context)
  }
  const rendered = (await reporters[format]()).render(report, context)
  if (file === undefined) process.stdout.write(rendered)
  else await writeFile(file, rendered).catch(unwritable(file))
}

const unwritable = (path: string) => (error: NodeJS.ErrnoException) => {
  throw new Problem('unwritable', {path, reason: error.code ?? error.message})
}
