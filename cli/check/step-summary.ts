import {appendFile, stat} from 'node:fs/promises'
import path from 'node:path'

/** Whether a file is the one that GitHub shows on the page of a run, where every step adds to what is there. */
export const isStepSummary = (file: string): boolean => {
  const {GITHUB_STEP_SUMMARY: own} = process.env
  return own !== undefined && own !== '' && path.resolve(own) === path.resolve(file)
}

/**
 * Adds to a summary, as far as there is room.
 *
 * @param render gives the text in as many bytes as there is room for
 */
export const addToSummary = async (file: string, render: (limit: number) => string): Promise<void> => {
  const {summaryLimit} = await import('../../src/report/job-summary.ts')
  const {size} = await stat(file).catch(() => ({size: 0}))
  const text = `${size > 0 ? '\n' : ''}${render(summaryLimit - size - 2)}\n`
  if (size + Buffer.byteLength(text) <= summaryLimit) await appendFile(file, text)
}
