import path from 'node:path'
import {disk, type Files} from '../../src/config/files.ts'
import {filePatterns} from '../../src/config/settings.ts'
import {type ConfigFinder, createConfigFinder} from '../configs.ts'
import {findInputs, type Inputs} from '../inputs.ts'
import {languageOf} from '../language.ts'
import {Problem} from '../problem.ts'
import type {Snapshot} from '../staged/snapshot.ts'
import type {Lang} from '../texts.ts'
import type {CheckedAd} from './checked-ad.ts'
import type {CheckRequest} from './request.ts'

/** The ads that a request leads to, and what they are to be checked with. */
export interface Found extends Inputs {
  /** What of them has changed, when that is known. */
  snapshot?: Snapshot
  /** Marks what was there before a change, when only the lines that it changes count. */
  markOld?: (ads: readonly CheckedAd[]) => Promise<CheckedAd[]>
  lang: Lang
  configOf: ConfigFinder
  /** Where the configurations come from. */
  files: Files
}

const noPaths = (): never => {
  throw new Problem('noPaths')
}

/**
 * @param usualPaths what is checked when neither the request nor a configuration says it
 * @throws Problem when nothing is named, ConfigError when a configuration that says which files are ads is broken
 */
export const findAds = async (
  request: CheckRequest,
  configOf = createConfigFinder(request.config),
  usualPaths: () => string[] | Promise<string[]> = noPaths,
): Promise<Found> => {
  const patternsOf = async (folder: string) => {
    const loaded = await configOf(folder)
    const globs = loaded ? filePatterns(loaded) : []
    return loaded && globs.length > 0
      ? {folder: path.relative('.', path.dirname(loaded.path)) || '.', globs}
      : undefined
  }
  const configured = async () => ((await patternsOf('.')) ? ['.'] : usualPaths())
  const paths = request.paths.length > 0 ? request.paths : await configured()
  const {inputs, problems} = await findInputs(paths, request.stdinName, patternsOf)
  return {inputs, problems, lang: languageOf(request, inputs[0]?.path ?? paths[0]), configOf, files: disk}
}
