import {existsSync} from 'node:fs'
import path from 'node:path'
import {disk, type Files, isBelow} from '../../src/config/files.ts'
import {configName, findConfig} from '../../src/config/find.ts'
import {filePatterns} from '../../src/config/settings.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import {checkAd} from '../check/ads.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {type ConfigFinder, createConfigFinder, packsNamed} from '../configs.ts'
import {readBlobs} from '../git/blobs.ts'
import {type Change, type Comparison, changesFrom} from '../git/changes.ts'
import {filesOf, nameIn} from '../git/files.ts'
import {comparisonsOfIndex, workingCopyHere} from '../git/here.ts'
import {type Input, isPattern} from '../inputs.ts'
import {languageOf} from '../language.ts'
import {Problem} from '../problem.ts'
import {type Lang, say} from '../texts.ts'
import {hasKnownExtension, isAd, matchesFiles} from './is-ad.ts'
import {takeLook} from './look.ts'
import {type CheckOld, markOld} from './old.ts'
import {differingOnDisk, type StagedFile} from './working-copy.ts'

/** Ads as they are in git, with configurations from there as well. */
export interface Snapshot {
  root: string
  files: Files
  comparisons: readonly Comparison[]
  changes: readonly Change[]
}

/** What is staged for the next commit; undefined when no ad is among it. */
export const findStaged = async (request: CheckRequest): Promise<Found | undefined> => {
  const look = takeLook()
  if (look.changes.length === 0 && request.paths.length === 0) return undefined
  const here = workingCopyHere()
  const comparisons = comparisonsOfIndex(here)
  const changes = comparisons.length > 1 ? changesFrom(comparisons) : look.changes
  const files = filesOf(look.entries, here.root)
  const found = await findIn({root: here.root, files, comparisons, changes}, request)
  if (!found) return undefined
  const differing = differingOnDisk(found.inputs)
  const inputs = found.inputs.map(
    (input): Input => (differing.has(input.path) ? {...input, differsOnDisk: true} : input),
  )
  return {...found, inputs}
}

/** The ads of a snapshot that a request is about; undefined when there are none. */
export const findIn = async (
  snapshot: Snapshot,
  request: CheckRequest,
): Promise<(Found & {inputs: GitInput[]}) | undefined> => {
  const {root, files, changes} = snapshot
  const configOf = configFinder(request.config, files, root)
  const isAdHere: IsAd = (file, folder) => isAdAt(file, folder, root, configOf)
  const chosen = await chosenChanges(snapshot, request.paths, isAdHere)
  const problems = missingPaths(request.paths, changes, root)
  if (chosen.length === 0 && problems.length === 0) return undefined
  const blobs = readBlobs(chosen.map(({blob}) => blob))
  const inputs = chosen.map(({path: name, blob}) =>
    inputOf(path.relative('.', path.join(root, name)), blob, blobs.get(blob)!),
  )
  const [first] = inputs
  const config = first && (await configOf(path.dirname(first.path)))
  const lang = languageIn(request, config)
  tellUntracked(inputs, files, root, lang)
  const found = {inputs, problems, lang, configOf, files}
  if (!request.onlyChangedLines) return found
  const known = await Promise.all(chosen.map((change) => asNewWhereMoved(change, root, isAdHere)))
  return {...found, markOld: (ads) => markOld(ads, {...snapshot, changes: known}, oldChecker(request, found))}
}

/** An ad that is in git. */
type GitInput = Input & StagedFile

const inputOf = (file: string, blob: string, bytes: Uint8Array): GitInput => ({
  path: file,
  read: async () => bytes,
  file,
  blob,
  bytes,
})

/** What was no ad before it got its name is new as an ad. */
const asNewWhereMoved = async (change: Change, root: string, isAdHere: IsAd): Promise<Change> => {
  const before = await Promise.all(
    change.before.map(async (one) => {
      const isSame = one?.path === change.path || (one && (await isAdHere(path.join(root, one.path))))
      return isSame ? one : undefined
    }),
  )
  return {...change, before}
}

const oldChecker = (request: CheckRequest, {lang, configOf, files}: Found): CheckOld => {
  const packs = packsNamed(request.policies, files)
  return async (file, bytes) => {
    const circumstances = {lang, config: await configOf(path.dirname(file)), packs: await packs}
    const input: Input = {path: file, read: async () => bytes}
    return checkAd(input, request, circumstances).then(
      (checked) => checked.file.findings,
      () => [],
    )
  }
}

/** A configuration that is named may lie elsewhere; what lies in the working copy must be in git. */
const configFinder = (config: string | undefined, files: Files, root: string): ConfigFinder => {
  if (config === undefined) return createConfigFinder(undefined, files)
  const isHere = isBelow(config, root)
  if (isHere && !files.has(config) && existsSync(config))
    throw new Problem('config.untracked.named', {path: path.relative('.', config)})
  return createConfigFinder(config, isHere ? files : disk)
}

const isAdAt = async (
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
type IsAd = (file: string, isInNamedFolder?: boolean) => Promise<boolean>

/** Of the changes, the ads that paths lead to; without paths all. */
const chosenChanges = async (
  {changes, root}: Snapshot,
  paths: readonly string[],
  isAdHere: IsAd,
): Promise<Change[]> => {
  const chosen: Change[] = []
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
const missingPaths = (paths: readonly string[], changes: readonly Change[], root: string): Problem[] =>
  paths
    .filter((given) => !isPattern(given) && !existsSync(given))
    .filter((given) => !changes.some(({path: name}) => isBelow(path.join(root, name), path.resolve(given))))
    .map((given) => new Problem('missing', {path: given}))

const languageIn = (request: CheckRequest, config: LoadedConfig | undefined): Lang =>
  request.lang ?? config?.config.språk ?? languageOf(request)

/** Says once of each configuration that it is not in git and does not count. */
const tellUntracked = (inputs: readonly Input[], files: Files, root: string, lang: Lang): void => {
  const nearest = inputs.map(({path: file}) => findConfig(path.resolve(path.dirname(file))))
  for (const file of new Set(nearest)) {
    if (file === undefined || files.has(file)) continue
    const data = {path: path.relative('.', file), name: configName}
    process.stderr.write(
      `utlys: ${say(lang, isBelow(file, root) ? 'config.untracked' : 'config.above', data)}\n`,
    )
  }
}
