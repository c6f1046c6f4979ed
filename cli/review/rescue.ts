import {rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/**
 * Writes what would be lost to a new file beside the draft: `annonse.ulagret.md`, or with a number when that is there.
 * Where nothing can be written beside the draft, among the temporary files. At once, since the program is about to end.
 *
 * @returns the file, or nothing when it could not be written
 */
export const rescue = (draft: string, source: string | Uint8Array): string | undefined =>
  writeNew(path.dirname(draft), draft, source) ?? writeNew(tmpdir(), draft, source)

const writeNew = (folder: string, draft: string, source: string | Uint8Array): string | undefined => {
  const {name, ext} = path.parse(draft)
  for (let number = 1; number < 100; number++) {
    const file = path.join(folder, `${name}.ulagret${number === 1 ? '' : `-${number}`}${ext}`)
    try {
      writeFileSync(file, source, {flag: 'wx', mode: 0o600})
      return file
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      removeHalf(file)
      return undefined
    }
  }
  return undefined
}

/** A disk that becomes full leaves the file that was begun. */
const removeHalf = (file: string): void => {
  try {
    rmSync(file, {force: true})
  } catch {
    // It was not begun.
  }
}
