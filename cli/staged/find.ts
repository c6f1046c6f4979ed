import path from 'node:path'
import {type Files, isBelow} from '../../src/config/files.ts'
import {configName, findConfig} from '../../src/config/find.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {readBlobs} from '../git/blobs.ts'
import {type Change, changesFrom} from '../git/changes.ts'
import {filesOf} from '../git/files.ts'
import {comparisonsOfIndex, workingCopyHere} from '../git/here.ts'
import type {Input} from '../inputs.ts'
import {languageOf} from '../language.ts'
import {type Lang, say} from '../texts.ts'
import {chosenChanges, configFinder, type IsAd, isAdAt, missingPaths} from './chosen.ts'
import {takeLook} from './look.ts'
import type {Snapshot} from './snapshot.ts'
import {differingOnDisk, type StagedFile} from './working-copy.ts'

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
  const known = await Promise.all(chosen.map((change) => asNewWhereMoved(change, root, isAdHere)))
  const found = {inputs, problems, lang, configOf, files, snapshot: {...snapshot, changes: known}}
  if (!request.onlyChangedLines) return found
  return {
    ...found,
    markOld: async (ads) => (await import('./old.ts')).markOld(ads, found.snapshot, request, found),
  }
}

/** An ad that is in git. */
type GitInput = Input & StagedFile

const inputOf = (file: string, blob: string, bytes: Uint8Array): GitInput => ({
  path: file,
  isFound: true,
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
