import {writeFileSync} from 'node:fs'
import path from 'node:path'

/**
 * Writes what would be lost to a new file beside the draft: `annonse.ulagret.md`, or with a number when that is there.
 * At once, since the program is about to end.
 *
 * @returns the file, or nothing when it could not be written
 */
export const rescue = (draft: string, source: string): string | undefined => {
  const {dir, name, ext} = path.parse(draft)
  for (let number = 1; number < 100; number++) {
    const file = path.join(dir, `${name}.ulagret${number === 1 ? '' : `-${number}`}${ext}`)
    try {
      writeFileSync(file, source, {flag: 'wx'})
      return file
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
  }
  return undefined
}
