import path from 'node:path'
import {version} from '../../package.json'
import {findConfig} from '../../src/config/find.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {rules} from '../../src/engine/rules.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import type {Report, ReporterContext} from '../../src/report/types.ts'
import type {Input} from '../inputs.ts'
import type {Lang} from '../texts.ts'
import type {CheckedAd} from './ads.ts'
import type {MarkFindings} from './baseline.ts'
import type {CheckRequest} from './request.ts'

export type Result = Pick<Report, 'files' | 'baseline'>

const sourcesOf = (ads: readonly CheckedAd[]): Map<string, string> =>
  new Map(ads.map(({file, source}) => [file.path, source]))

/** What reports show beside the findings. */
export const backgroundOf = (ads: readonly CheckedAd[]): Pick<ReporterContext, 'sources' | 'ruleOf'> => ({
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
  ...result,
  waivers: usedWaivers(result.files),
  summary: summarise(result.files),
})

/** The list of known findings; what that takes is loaded when it is asked for. */
export const openKnown = async (
  {baseline, config}: CheckRequest,
  inputs: readonly Input[],
): Promise<MarkFindings | undefined> => {
  if (!baseline) return undefined
  const {openBaseline} = await import('./baseline.ts')
  return openBaseline(baseline, folderOfBaseline(config, inputs))
}

/** Where the list is when no file is named. */
export const folderOfBaseline = (config: string | undefined, inputs: readonly Input[]): string => {
  const nearest = config ?? (inputs[0] && findConfig(path.resolve(path.dirname(inputs[0].path))))
  return nearest === undefined ? '.' : path.dirname(nearest)
}
