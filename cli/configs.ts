import path from 'node:path'
import {findConfig} from '../src/config/find.ts'
import type {LoadedConfig} from '../src/config/types.ts'
import type {Lang} from './texts.ts'

export type ConfigFinder = (folder: string) => Promise<LoadedConfig | undefined>

/** Reads a configuration; what that takes is loaded with the first one. */
const load = async (file: string): Promise<LoadedConfig> =>
  (await import('../src/config/read.ts')).readConfig(file)

/** Finds and reads the configuration of a folder, each file once; with a path, always that one. */
export const createConfigFinder = (config?: string): ConfigFinder => {
  const read = new Map<string, Promise<LoadedConfig>>()
  return async (folder) => {
    const file = config ?? findConfig(path.resolve(folder))
    if (file === undefined) return undefined
    const loading = read.get(file) ?? load(file)
    read.set(file, loading)
    return loading
  }
}

/** The language of the configuration here, for commands that need no more of it; a broken one does not stop them. */
export const languageHere = async (): Promise<Lang | undefined> => {
  const loaded = await createConfigFinder()('.').catch(() => undefined)
  return loaded?.config.språk
}
