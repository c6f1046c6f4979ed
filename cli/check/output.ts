import {writeFile} from 'node:fs/promises'
import type {Report, ReporterContext} from '../../src/report/types.ts'
import {columns} from '../options.ts'
import {Explained, linesOfProblem, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {reporterOf} from './reporters.ts'
import type {CheckRequest, Output} from './request.ts'
import type {Background} from './result.ts'
import {addToSummary, isStepSummary} from './step-summary.ts'

interface OutputContext extends Pick<CheckRequest, 'outputs' | 'quiet' | 'color'>, Background {
  lang: Lang
}

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
  const {render} = await reporterOf(format)
  const renderIn = (limit?: number): string =>
    render(report, {...context, ...(limit !== undefined && {limit})})
  if (file !== undefined && format === 'summary' && isStepSummary(file))
    return addToSummary(file, renderIn).catch(unwritable(file))
  const rendered = renderIn()
  if (file === undefined) process.stdout.write(rendered)
  else await writeFile(file, rendered).catch(unwritable(file))
}

const unwritable = (path: string) => (error: NodeJS.ErrnoException) => {
  throw new Problem('unwritable', {path, reason: error.code ?? error.message})
}
