import path from 'node:path'
import {disk, type Files} from './files.ts'

export const configName = 'utlys.yml'

/** The nearest `utlys.yml` at or above a folder. */
export const findConfig = (folder: string, files: Pick<Files, 'has'> = disk): string | undefined => {
  const candidate = path.join(folder, configName)
  if (files.has(candidate)) return candidate
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findConfig(parent, files)
}
