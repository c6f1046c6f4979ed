import path from 'node:path'
import {disk, type Files} from '../src/config/files.ts'
import {findConfig} from '../src/config/find.ts'
import type {LoadedConfig} from '../src/config/types.ts'
import type {Pack} from '../src/engine/packs.ts'
import {Problem} from './problem.ts'

export type ConfigFinder = (folder: string) => Promise<LoadedConfig | undefined>

/** Reads a configuration; what that takes is loaded with the first one. */
const load = async (file: string, files: Files): Promise<LoadedConfig> =>
  (await import('../src/config/read.ts')).readConfig(file, files)

/** Finds and reads the configuration of a folder, each file once; with a path, always that one. */
export const createConfigFinder = (config?: string, files: Files = disk): ConfigFinder => {
  const read = new Map<string, Promise<LoadedConfig>>()
  return async (folder) => {
    const file = config ?? findConfig(path.resolve(folder), files)
    if (file === undefined) return undefined
    const loading = read.get(file) ?? load(file, files)
    read.set(file, loading)
    return loading
  }
}

/**
 * The configuration here, for commands that can do without: a broken one does not stop them, unless it is named.
 *
 * @throws ConfigError for the one that is named
 */
export const configHere = (named?: string): Promise<LoadedConfig | undefined> => {
  const loading = createConfigFinder(named)('.')
  return named === undefined ? loading.catch(() => undefined) : loading
}

/** The pack with a name, or in a folder. @throws Problem when there is none */
const packNamed = async (name: string, files: Files): Promise<Pack> => {
  const {findPack} = await import('../src/packs/find.ts')
  const {pack, problem} = await findPack(name, '.', files)
  if (!pack) throw new Problem(`${problem.code}.named`, problem.data)
  return pack
}

/** The packs that the command line names. @throws Problem */
export const packsNamed = (names: readonly string[], files: Files = disk): Promise<Pack[]> =>
  Promise.all(names.map((name) => packNamed(name, files)))
