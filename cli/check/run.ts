import {unmeasured} from '../../src/meter.ts'
import {isFolder} from '../kind.ts'
import {languageOf} from '../language.ts'
import {complain} from '../problem.ts'
import {exit} from './exit.ts'
import {type Found, findAds} from './find.ts'
import type {CheckFlags} from './flags.ts'
import {type CheckRequest, readRequest} from './request.ts'
import type {Stats} from './stats.ts'
import {refuseOverwriting} from './targets.ts'

/** Runs `utlys check` and returns the exit code. */
export const runCheck = async (paths: string[], flags: CheckFlags): Promise<number> => {
  const read = (): CheckRequest => readRequest(paths, flags)
  try {
    const request = read()
    if (!request.watch) return await checkOnce(request)
    const {watchAds} = await import('./watch.ts')
    return await watchAds(read)
  } catch (error) {
    complain(error, languageOf(flags, paths[0]))
    return exit.trouble
  }
}

const checkOnce = async (request: CheckRequest): Promise<number> => {
  const stats = request.stats ? (await import('./stats.ts')).openStats() : undefined
  const found = request.staged ? await stagedAds(request) : await adsOnDisk(request)
  if (!found) return exit.clean
  const {problems, lang} = found
  for (const problem of problems) complain(problem, lang)
  await tellUnread(request, found)
  try {
    const code = await checkFound(request, await refuseOverwriting(request, found), stats)
    stats?.print(lang)
    return code
  } catch (error) {
    complain(error, lang)
    return exit.trouble
  }
}

/** Files in a folder that nobody reads would else be taken for checked. */
const tellUnread = async ({paths, staged}: CheckRequest, found: Found): Promise<void> => {
  if (staged || !paths.some(isFolder)) return
  const {sayUnread} = await import('./unread.ts')
  const text = await sayUnread(paths, found, found.lang)
  if (text !== undefined) process.stderr.write(`utlys: ${text}\n`)
}

/** @throws Problem when a copy cannot be made of what is asked for */
const adsOnDisk = async (request: CheckRequest): Promise<Found> => {
  const found = await findAds(request)
  if (request.annotate === undefined) return found
  const {prepareCopy} = await import('./annotate.ts')
  return prepareCopy(found, request.annotate)
}

const stagedAds = async (request: CheckRequest): Promise<Found | undefined> =>
  (await import('../staged/find.ts')).findStaged(request)

const checkFound = async (
  request: CheckRequest,
  found: Found,
  {meter}: Partial<Stats> = {},
): Promise<number> => {
  if (isStreamed(request, found)) return (await import('./stream.ts')).streamAds(request, found, meter)
  const {exitCodeOf, judge} = await import('./result.ts')
  const {writeOutputs} = await import('./output.ts')
  const {report, background, isTroubled} = await judge(request, found, {meter})
  const {lang} = found
  const isAnyChecked = report.files.length > 0 || !isTroubled
  const outputs = isAnyChecked ? request.outputs : request.outputs.filter(({file}) => file !== undefined)
  await (meter ?? unmeasured)('report', () =>
    writeOutputs(report, {...request, outputs, lang, ...background}),
  )
  if (request.annotate !== undefined && !isTroubled) {
    const {writeCopy} = await import('./annotate.ts')
    await writeCopy(found, report, {...request, lang, ...background, annotate: request.annotate})
  }
  return exitCodeOf(report, request, isTroubled)
}

/** One ad a line can be written as it is found, so that nothing is kept of what is done with. */
const isStreamed = ({outputs, fix, annotate, baseline}: CheckRequest, {markOld}: Found): boolean =>
  annotate === undefined &&
  outputs.every(({format}) => format === 'jsonl') &&
  fix === 'no' &&
  !baseline &&
  !markOld
