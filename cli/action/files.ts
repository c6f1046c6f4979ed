import {lstat, mkdir, realpath, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {isBelow} from '../../src/config/files.ts'
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
  const written: string[] = []
  for (const {format, file} of outputs) {
    const reporter = await reporterOf(format as WrittenFormat)
    const writing = writeOwn(file!, reporter.render(report, context))
    const isWritten = await writing.then(() => true, tell)
    if (isWritten && format === 'json') written.push(path.resolve(file!))
  }
  if (written.length > 0) return written[0]!
  const file = path.resolve(process.env.RUNNER_TEMP ?? '', 'utlys.json')
  await writeFile(file, json.render(report, context)).catch(unwritable(file))
  return file
}

/** Writes a file, but through no link that may have come with what is checked. */
const writeOwn = async (file: string, text: string): Promise<void> => {
  const target = path.resolve(file)
  try {
    const there = await lstat(target).catch(() => undefined)
    if (there?.isSymbolicLink() || (await isLed(path.dirname(target))))
      throw Object.assign(new Error(file), {code: 'ELOOP'})
    await mkdir(path.dirname(target), {recursive: true})
    await writeFile(target, text)
  } catch (error) {
    unwritable(file)(error as NodeJS.ErrnoException)
  }
}

/** Whether a link below the folder of the run leads to a folder, or to the nearest above it that there is. */
const isLed = async (folder: string): Promise<boolean> => {
  const there = await lstat(folder).catch(() => undefined)
  if (!there) return isLed(path.dirname(folder))
  const real = await realpath(folder)
  const base = [path.resolve('.'), process.env.GITHUB_WORKSPACE].find((one) => one && isBelow(folder, one))
  return base !== undefined && real !== path.resolve(await realpath(base), path.relative(base, folder))
}

const unwritable = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Problem('unwritable', {path: file, reason: error.code ?? error.message})
}

/** Adds to the summary of the step. */
export const addToSummary = async (render: (limit: number) => string): Promise<void> => {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) await addTo(file, render).catch(unwritable(file))
}
