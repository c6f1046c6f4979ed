import {existsSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {configName} from '../../src/config/find.ts'
import {type Found, findAds} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {settingsFiles} from '../check/snapshot.ts'
import {createConfigFinder} from '../configs.ts'
import {type ChangedName, changedNames, changesFrom} from '../git/changes.ts'
import {commitEntries, type Entries} from '../git/entries.ts'
import {filesOf} from '../git/files.ts'
import {workingCopyHere} from '../git/here.ts'
import {findFiles} from '../inputs.ts'
import {Problem} from '../problem.ts'
import {chosenChanges, configFinder, type IsAd, isAdAt} from '../staged/chosen.ts'
import {findIn} from '../staged/find.ts'
import type {Snapshot} from '../staged/snapshot.ts'
import type {History} from './history.ts'
import type {ActionInputs} from './inputs.ts'

/** The ads to check. */
export interface Scope {
  /** Absent when no ad has changed. */
  found: Found | undefined
  /** A file of the configuration that has changed or is gone, so that all ads are checked. */
  settings?: string
  /** Ads that are symbolic links, or lie behind one, and are left alone. */
  links: readonly string[]
  /** What is in the commit that is checked out; absent when there is nothing to compare it with. */
  entries?: Entries
  root: string
}

/** @throws Problem, ConfigError */
export const findScope = async ({request, files}: ActionInputs, history: History): Promise<Scope> => {
  const {comparison, head} = history
  if (comparison === undefined || head === undefined)
    return {...(await allAds(request)), root: path.resolve('.')}
  const {root} = workingCopyHere()
  const entries = commitEntries(head)
  const snapshot: Snapshot = {
    root,
    files: filesOf(entries, root),
    comparisons: [comparison],
    changes: changesFrom([comparison]),
  }
  const names = files === 'changed' ? changedNames(comparison) : []
  const settings = files === 'changed' ? await changedSettings(request, root, names) : undefined
  if (files === 'changed' && settings === undefined)
    return {
      found: await findIn(snapshot, request),
      links: await changedLinks(request, snapshot, names),
      entries,
      root,
    }
  const {found, links} = await allAds(request)
  return {
    found: {...found, snapshot},
    links,
    entries,
    root,
    ...(settings !== undefined && {settings}),
  }
}

/** A configuration that has changed concerns all ads, unless only changed lines are of interest. */
const changedSettings = async (
  request: CheckRequest,
  root: string,
  names: readonly ChangedName[],
): Promise<string | undefined> => {
  if (request.onlyChangedLines || names.length === 0) return undefined
  const {inputs} = (await allAds(request).catch(() => undefined))?.found ?? {inputs: []}
  const settings = await settingsFiles(request, inputs)
  const packs = new Set([...settings].filter((file) => !isConfig(file)).map((file) => path.dirname(file)))
  const files = names.map((name) => path.join(root, name.path))
  const wasSettings = (file: string): boolean => isConfig(file) || packs.has(path.dirname(file))
  const changed = files.find((file) => settings.has(file) || (wasSettings(file) && !existsSync(file)))
  return changed && path.relative('.', changed)
}

const isConfig = (file: string): boolean => path.basename(file) === configName

/** Symbolic links that would be ads if they were files. */
const changedLinks = async (
  {config, paths}: CheckRequest,
  {root, files}: Snapshot,
  names: readonly ChangedName[],
): Promise<string[]> => {
  const configOf = configFinder(config, files, root)
  const isAdHere: IsAd = (file, isInNamedFolder) => isAdAt(file, isInNamedFolder, root, configOf)
  const changes = names.filter(({isLink}) => isLink)
  const meant = await chosenChanges({changes, root}, paths, isAdHere)
  return meant.map((link) => path.relative('.', path.join(root, link.path)))
}

/** The ads on disk, also those that a step before has made. */
const allAds = async (request: CheckRequest): Promise<{found: Found; links: string[]}> => {
  const found = await findAds(request, undefined, () => usualAds(request))
  const here = realpathSync('.')
  const isLink = (file: string): boolean =>
    realpathSync(file) !== path.join(here, path.relative('.', path.resolve(file)))
  const links = found.inputs.map((input) => input.path).filter(isLink)
  return {found: {...found, inputs: found.inputs.filter((input) => !links.includes(input.path))}, links}
}

/** Those that the git hook would check. */
const usualAds = async ({config}: CheckRequest): Promise<string[]> => {
  const configOf = createConfigFinder(config)
  const files = await findFiles('.')
  const are = await Promise.all(
    files.map((file) => isAdAt(path.resolve(file), undefined, path.resolve('.'), configOf)),
  )
  const ads = files.filter((_file, i) => are[i])
  if (ads.length === 0) throw new Problem('noAds.usual')
  return ads
}
