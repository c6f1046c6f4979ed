import {readFileSync, unwatchFile, watchFile} from 'node:fs'
import {decode} from '../../src/posting/decode.ts'
import {writeWhole} from '../write-whole.ts'

/** The file that a draft is kept in. */
export interface DraftFile {
  path: string
  /** The decoded text; nothing when the file is not there. @throws BadInput for what is no text */
  read(): string | undefined
  /** Writes the file so that it is whole at every moment. @throws Problem when that cannot be done */
  write(source: string): Promise<void>
  /** Calls when the file may have changed on the disk, until what it returns is called. */
  watch(changed: () => void): () => void
}

/** So often a file is looked at. Unlike a watch it also sees network folders and editors that save by renaming. */
const interval = 500

export const openDraftFile = (path: string): DraftFile => ({
  path,
  read() {
    try {
      return decode(readFileSync(path))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  },
  write: (source) => writeWhole(path, source),
  watch(changed) {
    const listener = (): void => changed()
    watchFile(path, {interval, persistent: false}, listener)
    return () => unwatchFile(path, listener)
  },
})
