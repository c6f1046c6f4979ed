import {existsSync} from 'node:fs'
import path from 'node:path'
import {disk, type Files, isBelow} from '../../src/config/files.ts'
import {filePatterns} from '../../src/config/settings.ts'
import {type ConfigFinder, createConfigFinder} from '../configs.ts'
import type {Change} from '../git/changes.ts'
import {nameIn} from '../git/files.ts'
import {isPattern} from '../inputs.ts'
import {Problem} from '../problem.ts'
import {hasKnownExtension, isAd, matchesFiles} from './is-ad.ts'

/** A configuration that is named may lie elsewhere; what lies in the working copy must be in git. */
export const configFinder = (config: string | undefined, files: Files, root: string): ConfigFinder => {
  if (config === undefined) return createConfigFinder(undefined, files)
  const isHere = isBelow(config, root)
  if (isHere && !files.has(config) && existsSync(config))
    throw new Problem('config.untracked.named', {path: path.relative('.', config)})
  return createConfigFinder(config, isHere ? files : disk)
}

export const isAdAt = async (
  file: string,
  isInNamedFolder: boolean | undefined,
  root: string,
  configOf: ConfigFinder,
): Promise<boolean> => {
  const loaded = await configOf(path.dirname(file))
  const globs = loaded ? filePatterns(loaded) : []
  const folder = loaded ? nameIn(root, path.dirname(loaded.path)) : ''
  if (isInNamedFolder && globs.length === 0) return hasKnownExtension(file)
  return isAd(nameIn(root, file), folder, globs)
}

/** In a folder that the command line names, all that can be read is an ad unless `filer` says otherwise. */
export type IsAd = (file: string, isInNamedFolder?: boolean) => Promise<boolean>

/** Of the changes, the ads that paths lead to; without paths all. */
export const chosenChanges = async <Changed extends {path: string}>(
  {changes, root}: {changes: readonly Changed[]; root: string},
  paths: readonly string[],
  isAdHere: IsAd,
): Promise<Changed[]> => {
  const chosen: Changed[] = []
  for (const change of changes) {
    const file = path.join(root, change.path)
    const isMeant = paths.length === 0 ? isAdHere(file) : isMeantBy(paths, file, isAdHere)
    if (await isMeant) chosen.push(change)
  }
  return chosen
}

/** A file that is named is an ad, whatever its name; in a folder, those are that would be without git. */
const isMeantBy = async (paths: readonly string[], file: string, isAdHere: IsAd): Promise<boolean> => {
  for (const given of paths) {
    const target = path.resolve(given)
    if (file === target) return true
    if (isBelow(file, target) && (await isAdHere(file, true))) return true
    if (isPattern(given) && (await matchesFiles(nameIn(path.resolve('.'), file), [given]))) return true
  }
  return false
}

/** A path that is neither here nor in git is most likely misspelt. */
export const missingPaths = (paths: readonly string[], changes: readonly Change[], root: string): Problem[] =>
  paths
    .filter((given) => !isPattern(given) && !existsSync(given))
    .filter((given) => !changes.some(({path: name}) => isBelow(path.join(root, name), path.resolve(given))))
    .map((given) => new Problem('missing', {path: given}))
