import path from 'node:path'
import {version} from '../../package.json'
import type {Files} from '../../src/config/files.ts'
import {findConfig} from '../../src/config/find.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {rules} from '../../src/engine/rules.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import type {Report, ReporterContext, Unchecked} from '../../src/report/types.ts'
import type {Input} from '../inputs.ts'
import type {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {type Course, checkAds, uncheckedFor} from './ads.ts'
import type {MarkFindings} from './baseline.ts'
import type {CheckedAd} from './checked-ad.ts'
import {exit} from './exit.ts'
import type {Found} from './find.ts'
import type {CheckRequest} from './request.ts'

export type Result = Pick<Report, 'files' | 'baseline'> & Partial<Pick<Report, 'unchecked'>>

const sourcesOf = (ads: readonly CheckedAd[]): Map<string, string> =>
  new Map(ads.map(({file, source}) => [file.path, source]))

/** What reports show beside the findings. */
export type Background = Pick<ReporterContext, 'sources' | 'ruleOf'>

export const backgroundOf = (ads: readonly CheckedAd[]): Background => ({
  sources: sourcesOf(ads),
  ruleOf: ruleFinder([...new Set(ads.flatMap(({packs}) => packs))]),
})

const ruleFinder =
  (packs: readonly Pack[]): ReporterContext['ruleOf'] =>
  (id) =>
    [rules, ...packs.map((pack) => pack.rules)].flatMap(
      (some) => some.find((rule) => rule.id === id) ?? [],
    )[0]

/** What the ads come to; findings that are on the list of known ones are marked. */
export const resultOf = async (
  ads: readonly CheckedAd[],
  markKnown: MarkFindings | undefined,
  lang: Lang,
): Promise<Result> => {
  const files = ads.map(({file}) => file)
  return markKnown && files.length > 0 ? markKnown(files, sourcesOf(ads), lang) : {files}
}

export const reportOf = (result: Result): Report => ({
  version: 1,
  tool: {name: 'utlys', version},
  unchecked: [],
  ...result,
  waivers: usedWaivers(result.files),
  summary: summarise(result.files),
})

/** The list of known findings; what that takes is loaded when it is asked for. */
export const openKnown = async (
  {baseline, config}: CheckRequest,
  {inputs, files}: Pick<Found, 'inputs' | 'files'>,
): Promise<MarkFindings | undefined> => {
  if (!baseline) return undefined
  const {openBaseline} = await import('./baseline.ts')
  return openBaseline(baseline, folderOfBaseline(config, inputs, files), files)
}

/** Where the list is when no file is named. */
export const folderOfBaseline = (
  config: string | undefined,
  inputs: readonly Input[],
  files?: Files,
): string => {
  const nearest = config ?? (inputs[0] && findConfig(path.resolve(path.dirname(inputs[0].path)), files))
  return nearest === undefined ? '.' : path.dirname(nearest)
}

/** What no ads were found in is not checked either. */
export const unfound = (problems: readonly Problem[], lang: Lang): Unchecked[] =>
  problems.map((problem) => uncheckedFor(problem, lang, problem.data.path ?? ''))

export interface Judged {
  report: Report
  /** The ads that the report is of, in the same order and with the same findings. */
  ads: readonly CheckedAd[]
  background: Background
  /** Some could not be checked; it is told which. */
  isTroubled: boolean
}

/** Checks all ads that were found, and leaves out of the count what is known. */
export const judge = async (
  request: CheckRequest,
  found: Found,
  course: Pick<Course, 'tell' | 'meter'> = {},
): Promise<Judged> => {
  const {problems, lang, markOld} = found
  const markKnown = await openKnown(request, found)
  const checked = await checkAds(request, found, course)
  const ads = markOld ? await markOld(checked.ads) : checked.ads
  const unchecked = [...unfound(problems, lang), ...checked.unchecked]
  const report = reportOf({...(await resultOf(ads, markKnown, lang)), unchecked})
  return {
    report,
    ads: ads.map((ad, i) => ({...ad, file: report.files[i]!})),
    background: backgroundOf(ads),
    isTroubled: unchecked.length > 0,
  }
}

export const exitCodeOf = (
  {summary}: Pick<Report, 'summary'>,
  {maxWarnings}: Pick<CheckRequest, 'maxWarnings'>,
  isTroubled: boolean,
): number => {
  if (isTroubled) return exit.trouble
  return summary.error > 0 || summary.warning > maxWarnings ? exit.findings : exit.clean
}
