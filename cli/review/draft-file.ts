import {accessSync, constants, readFileSync} from 'node:fs'
import {stat} from 'node:fs/promises'
import {decodeUtf8} from '../../src/posting/decode.ts'
import {Problem} from '../problem.ts'
import {writeWhole} from '../write-whole.ts'

/** The file that a draft is kept in. */
export interface DraftFile {
  path: string
  /** The decoded text; nothing when the file is not there. @throws BadInput for what is no text, Problem for what cannot be read */
  read(): string | undefined
  /** Writes the file so that it is whole at every moment. @throws Problem when that cannot be done */
  write(source: string): Promise<void>
  /** Calls when the file may have changed since it was read, until what it returns is called. */
  watch(changed: () => void): () => void
}

/** So often a file is looked at. Unlike a watch it also sees network folders and editors that save by renaming. */
const interval = 500

export const openDraftFile = (path: string): DraftFile => ({
  path,
  read() {
    const bytes = bytesOf(path)
    return bytes && decodeUtf8(bytes)
  },
  async write(source) {
    if (isLocked(path)) throw new Problem('unwritable', {path, reason: 'EACCES'})
    await writeWhole(path, source)
  },
  watch(changed) {
    let known: string | undefined
    const look = async (): Promise<void> => {
      const now = await signatureOf(path)
      if (now !== known) changed()
      known = now
    }
    const timer = setInterval(() => void look(), interval).unref()
    return () => clearInterval(timer)
  },
})

/** Another one for another content, as far as a look from outside can tell. */
const signatureOf = async (path: string): Promise<string> => {
  try {
    const {mtimeMs, size, ino} = await stat(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'none'
  }
}

const bytesOf = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new Problem('unreadable', {path, reason: code ?? message})
  }
}

/** A file that is written whole takes the place of the old one, which nobody may have been allowed to write to. */
const isLocked = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}
