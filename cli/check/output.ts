import {writeFile} from 'node:fs/promises'
import {json} from '../../src/report/json.ts'
import {text} from '../../src/report/text.ts'
import type {Report, Reporter, ReporterContext} from '../../src/report/types.ts'
import {columns} from '../options.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
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
  sarif: async () => (await import('../../src/report/sarif.ts')).sarif,
  rdjson: async () => (await import('../../src/report/rdjson.ts')).rdjson,
  checkstyle: async () => (await import('../../src/report/checkstyle.ts')).checkstyle,
  junit: async () => (await import('../../src/report/junit.ts')).junit,
}

interface OutputContext extends Pick<CheckRequest, 'outputs' | 'quiet' | 'color'>, Background {
  lang: Lang
}

/** Writes the report in every format that was asked for. */
export const writeOutputs = async (report: Report, {outputs, ...context}: OutputContext): Promise<void> => {
  for (const output of outputs) await writeOutput(report, output, context)
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
