import type {CheckFlags} from '../commands/check.ts'
import {languageOf} from '../language.ts'
import {complain} from '../problem.ts'
import {checkAds} from './ads.ts'
import {type Found, findAds} from './find.ts'
import {writeOutputs} from './output.ts'
import {type CheckRequest, readRequest} from './request.ts'
import {backgroundOf, openKnown, reportOf, resultOf} from './result.ts'

const exit = {clean: 0, findings: 1, trouble: 2} as const

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
  const found = await findAds(request)
  const {problems, lang} = found
  for (const problem of problems) complain(problem, lang)
  try {
    return await checkFound(request, found)
  } catch (error) {
    complain(error, lang)
    return exit.trouble
  }
}

const checkFound = async (request: CheckRequest, found: Found): Promise<number> => {
  const {inputs, problems, lang} = found
  const markKnown = await openKnown(request, inputs)
  const {ads, hasTrouble} = await checkAds(request, found)
  const report = reportOf(await resultOf(ads, markKnown, lang))
  const isTroubled = hasTrouble || problems.length > 0
  if (ads.length > 0 || !isTroubled) await writeOutputs(report, {...request, lang, ...backgroundOf(ads)})
  if (isTroubled) return exit.trouble
  const {error, warning} = report.summary
  return error > 0 || warning > request.maxWarnings ? exit.findings : exit.clean
}
