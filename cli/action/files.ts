import {lstat, mkdir, realpath, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {json} from '../../src/report/json.ts'
import type {Report, ReporterContext} from '../../src/report/types.ts'
import {reporterOf, type WrittenFormat} from '../check/reporters.ts'
import type {Output} from '../check/request.ts'
import {addToSummary as addTo} from '../check/step-summary.ts'
import {Problem} from '../problem.ts'

/**
 * Writes the reports that are asked for, and the one that other steps read. One that cannot be written keeps no other
 * back.
 *
 * @param tell hears of what cannot be written
 * @returns the path of the one that other steps read
 */
export const writeReports = async (
  report: Report,
  context: ReporterContext,
  outputs: readonly Output[],
  tell: (error: unknown) => void,
): Promise<string> => {
  for (const {format, file} of outputs) {
    const reporter = await reporterOf(format as WrittenFormat)
    await writeOwn(file!, reporter.render(report, context)).catch(tell)
  }
  const own = outputs.find(({format}) => format === 'json')?.file
  if (own !== undefined) return path.resolve(own)
  const file = path.resolve(process.env.RUNNER_TEMP ?? '', 'utlys.json')
  await writeFile(file, json.render(report, context)).catch(unwritable(file))
  return file
}

/** Writes a file, but through no link that may have come with what is checked. */
const writeOwn = async (file: string, text: string): Promise<void> => {
  const folder = path.dirname(path.resolve(file))
  try {
    await mkdir(folder, {recursive: true})
    const there = await lstat(file).catch(() => undefined)
    const here = await realpath('.')
    const isLed = (await realpath(folder)) !== path.resolve(here, path.relative('.', folder))
    if (there?.isSymbolicLink() || isLed) throw Object.assign(new Error(file), {code: 'ELOOP'})
    await writeFile(file, text)
  } catch (error) {
    unwritable(file)(error as NodeJS.ErrnoException)
  }
}

const unwritable = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Problem('unwritable', {path: file, reason: error.code ?? error.message})
}

/** Adds to the summary of the step. */
export const addToSummary = async (render: (limit: number) => string): Promise<void> => {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) await addTo(file, render).catch(unwritable(file))
}
