import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {isOwnReport} from '../../src/posting/own-report.ts'
import type {Input} from '../inputs.ts'
import {Problem} from '../problem.ts'
import type {Found} from './find.ts'
import type {CheckRequest} from './request.ts'

/** The files that reports are written to, and that are there already: each by what tells it from all others. */
type Targets = ReadonlySet<string>

/**
 * Makes sure that no report is written over what is read, and leaves the reports of a run before out of it.
 *
 * @throws Problem for an ad or a file of the configuration that a report has the name of
 */
export const refuseOverwriting = async (request: CheckRequest, found: Found): Promise<Found> => {
  const targets = targetsOf(request)
  if (targets.size === 0) return found
  const [ad] = found.inputs.filter((input) => isTarget(input, targets) && !isFormerReport(input))
  if (ad) throw new Problem('output.ad', {path: ad.path})
  const {settingsFiles} = await import('./snapshot.ts')
  const settings = [...(await settingsFiles(request, found.inputs))].find((file) => isAmong(file, targets))
  if (settings !== undefined) throw new Problem('output.settings', {path: path.relative('.', settings)})
  return withoutTargets(found, targets)
}

/** What a report was written to a moment ago is no ad. */
export const withoutReports = (request: CheckRequest, found: Found): Found =>
  withoutTargets(found, targetsOf(request))

const withoutTargets = (found: Found, targets: Targets): Found => ({
  ...found,
  inputs: found.inputs.filter((input) => !isTarget(input, targets)),
})

const isTarget = ({path: file, isUnnamed}: Input, targets: Targets): boolean =>
  !isUnnamed && isAmong(file, targets)

const isFormerReport = ({path: file, isFound}: Input): boolean =>
  isFound === true && isOwnReport(readFileSync(file))

const targetsOf = ({outputs}: Pick<CheckRequest, 'outputs'>): Targets =>
  new Set(outputs.flatMap(({file}) => (file === undefined ? [] : (identityOf(file) ?? []))))

const isAmong = (file: string, targets: Targets): boolean => targets.has(identityOf(file) ?? '')

/** The same for all names of a file; nothing for what is not there, or is a pipe or a device. */
const identityOf = (file: string): string | undefined => {
  try {
    const stats = statSync(file, {bigint: true})
    return stats.isFile() ? `${stats.dev} ${stats.ino}` : undefined
  } catch {
    return undefined
  }
}
