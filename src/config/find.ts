import {existsSync} from 'node:fs'
import path from 'node:path'

export const configName = 'utlys.yml'

/** The nearest `utlys.yml` at or above a folder. */
export const findConfig = (folder: string): string | undefined => {
  const candidate = path.join(folder, configName)
  if (existsSync(candidate)) return candidate
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findConfig(parent)
}
