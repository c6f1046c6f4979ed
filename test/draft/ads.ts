import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const folders = ['../annonser', '../../../shared/seeds', '../../../shared/ads/plain']

const adsIn = (folder: string): [string, string][] => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])
  } catch {
    return []
  }
}

/** The example ads, and the real ones where they are at hand: name and source. */
export const ads = folders.flatMap((folder) => adsIn(fileURLToPath(new URL(folder, import.meta.url))))
