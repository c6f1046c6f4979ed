import {writeFile} from 'node:fs/promises'
import {html} from '../../src/report/html.ts'
import {json} from '../../src/report/json.ts'
import {markdown} from '../../src/report/markdown.ts'
import {text} from '../../src/report/text.ts'
import type {Report, Reporter, ReporterContext} from '../../src/report/types.ts'
import {columns} from '../options.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {CheckRequest, Output} from './request.ts'

const reporters: Record<'text' | 'json' | 'markdown' | 'html', Reporter> = {text, json, markdown, html}

interface OutputContext extends Pick<CheckRequest, 'outputs' | 'quiet' | 'color'> {
  lang: Lang
  sources: ReadonlyMap<string, string>
}

/** Writes the report in every format that was asked for. */
export const writeOutputs = async (report: Report, {outputs, ...context}: OutputContext): Promise<void> => {
  for (const output of outputs) await writeOutput(report, output, context)
}

const writeOutput = async (
  report: Report,
  {format, file}: Output,
  {lang, sources, quiet, color}: Omit<OutputContext, 'outputs'>,
): Promise<void> => {
  const context: ReporterContext = {
    lang,
    sources,
    quiet,
    width: columns(),
    color: color && file === undefined,
  }
  if (format === 'terminal') {
    const {printReport} = await import('../screens/print-report.tsx')
    return printReport(report, context)
  }
  const rendered = reporters[format].render(report, context)
  if (file === undefined) process.stdout.write(rendered)
  else await writeFile(file, rendered).catch(unwritable(file))
}

const unwritable = (path: string) => (error: NodeJS.ErrnoException) => {
  throw new Problem('unwritable', {path, reason: error.code ?? error.message})
}
