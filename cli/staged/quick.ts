import {configName} from '../../src/config/find.ts'
import {readBlobs} from '../git/blobs.ts'
import type {Entries} from '../git/entries.ts'
import {isAd} from './is-ad.ts'
import {keepLook, lookAtIndex} from './look.ts'

/**
 * Whether no ad is staged, told without loading what checks ads. False also when that cannot be told: the check will
 * then say why.
 */
export const isNothingStaged = async (): Promise<boolean> => {
  try {
    const look = lookAtIndex()
    const {changes, entries} = look
    if (changes.length === 0) return true
    keepLook(look)
    const globsOf = await readPatterns(entries)
    for (const {path} of changes) {
      const {folder, globs} = globsOf(path)
      if (await isAd(path, folder, globs)) return false
    }
    return true
  } catch {
    return false
  }
}

interface Patterns {
  folder: string
  globs: readonly string[]
}

/** What the nearest configuration in the index says of which files are ads. */
const readPatterns = async (entries: Entries): Promise<(name: string) => Patterns> => {
  const found = [...entries].filter(([name]) => name === configName || name.endsWith(`/${configName}`))
  const blobs = readBlobs(found.map(([, id]) => id))
  const configs = new Map<string, string[]>()
  for (const [name, id] of found)
    configs.set(folderOf(name), await globsIn(new TextDecoder().decode(blobs.get(id))))
  return (name) => {
    let folder = folderOf(name)
    while (folder !== '' && !configs.has(folder)) folder = folderOf(folder)
    return {folder, globs: configs.get(folder) ?? []}
  }
}

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))

/** Of a configuration that names no files, no more is read. @throws when it is not as it should be */
const globsIn = async (text: string): Promise<string[]> => {
  if (!text.includes('filer')) return []
  const {parse} = await import('yaml')
  const {filer = []} = (parse(text, {schema: 'core', maxAliasCount: 20}) ?? {}) as {filer?: unknown[]}
  return filer.flatMap((entry) => {
    const globs = typeof entry === 'string' ? entry : (entry as {mønster: string | string[]}).mønster
    if ([globs].flat().every((glob) => typeof glob === 'string')) return globs
    throw new TypeError(configName)
  })
}
