import {type BigIntStats, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {findConfig} from '../../src/config/find.ts'
import type {Config} from '../../src/config/types.ts'
import type {Input} from '../inputs.ts'
import type {CheckRequest} from './request.ts'
import {folderOfBaseline} from './result.ts'

/** How files are on disk: by absolute path, something that is another when the file has changed. */
export type Snapshot = ReadonlyMap<string, string>

export const snapshotOf = (files: Iterable<string>): Snapshot =>
  new Map([...files].map((file) => [path.resolve(file), stateOf(file)]))

/** The files of one snapshot that are new or otherwise in another. */
export const changedIn = (now: Snapshot, before: Snapshot): string[] =>
  [...now].filter(([file, state]) => before.get(file) !== state).map(([file]) => file)

export const isSame = (one: Snapshot, other: Snapshot): boolean =>
  one.size === other.size && changedIn(one, other).length === 0

const statsOf = (file: string): BigIntStats | undefined =>
  statSync(file, {bigint: true, throwIfNoEntry: false})

/** A save by rename gives another inode; a change of who may read it, another `ctime`. */
const stateOf = (file: string): string => {
  try {
    const stats = statsOf(file)
    return stats ? [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ') : 'gone'
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

/** The files beside the ads that decide what is found in them: configurations, packs and the list of known findings. */
export const settingsFiles = async (
  request: CheckRequest,
  inputs: readonly Input[],
): Promise<ReadonlySet<string>> => {
  const configs = request.config === undefined ? nearestConfigs(request.paths, inputs) : [request.config]
  const named = request.policies.map((name) => path.resolve(name))
  const inConfigs = await Promise.all(configs.map(packFolders))
  const {baseline} = request
  const folder = folderOfBaseline(request.config, inputs)
  const list = baseline && (await import('./baseline.ts')).baselineFile(baseline, folder)
  return new Set([
    ...configs,
    ...[...named, ...inConfigs.flat()].flatMap(filesOfPack),
    ...(list === undefined ? [] : [list]),
  ])
}

const nearestConfigs = (paths: readonly string[], inputs: readonly Input[]): string[] => {
  const folders = new Set([
    path.resolve('.'),
    ...paths.map((given) => path.resolve(given)),
    ...inputs.map((input) => path.resolve(path.dirname(input.path))),
  ])
  const files = [...folders].map((folder) => findConfig(folder)).filter((file) => file !== undefined)
  return [...new Set(files)]
}

const foldersByState = new Map<string, Promise<string[]>>()

/** The folders of the packs that a configuration switches on; it is read when it has changed. */
const packFolders = (config: string): Promise<string[]> => {
  const state = `${config} ${stateOf(config)}`
  const folders = foldersByState.get(state) ?? readPackFolders(config)
  foldersByState.set(state, folders)
  return folders
}

/** Also while something else is wrong with the configuration. */
const readPackFolders = async (config: string): Promise<string[]> => {
  const {readYaml} = await import('../../src/config/document.ts')
  try {
    const {policy = []} = (readYaml(config, readFileSync(config, 'utf8')).data ?? {}) as Config
    return [policy].flat().map((name) => path.resolve(path.dirname(config), String(name)))
  } catch {
    return []
  }
}

/** None for a pack that comes with the program. */
const filesOfPack = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => path.join(folder, name))
  } catch {
    return []
  }
}
