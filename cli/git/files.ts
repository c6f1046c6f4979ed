import path from 'node:path'
import {type Files, isBelow} from '../../src/config/files.ts'
import {readBlobs} from './blobs.ts'
import type {Entries} from './entries.ts'

/** The files of the index or of a commit, as if they lay in the working folder. */
export const filesOf = (entries: Entries, root: string): Files => {
  const {blobOf, keep} = createBlobs()
  const idOf = (file: string): string | undefined => entries.get(nameIn(root, file))
  const read = async (file: string): Promise<Uint8Array> => {
    const id = idOf(file)
    if (id === undefined) throw Object.assign(new Error(file), {code: 'ENOENT'})
    return blobOf(id)
  }

  return {
    has: (file) => idOf(file) !== undefined,
    size: async (file) => (await read(file)).length,
    read,
    /** What a pack is made of is read together. */
    async list(folder) {
      const name = nameIn(root, folder)
      const start = name === '' ? '' : `${name}/`
      const inFolder = [...entries].filter(([file]) => file.startsWith(start))
      if (inFolder.length === 0) return undefined
      const own = inFolder.filter(([file]) => !file.slice(start.length).includes('/'))
      keep(own.filter(([file]) => file.endsWith('.yml')).map(([, id]) => id))
      return own.map(([file]) => file.slice(start.length))
    },
    isWithin: async (target, folder) => isBelow(target, folder),
  }
}

/** What git holds, each read once. */
const createBlobs = () => {
  const blobs = new Map<string, Uint8Array>()
  const keep = (ids: readonly string[]): void => {
    for (const [id, bytes] of readBlobs(ids)) blobs.set(id, bytes)
  }
  const blobOf = (id: string): Uint8Array => {
    if (!blobs.has(id)) keep([id])
    return blobs.get(id)!
  }
  return {blobOf, keep}
}

/** A path as git writes it. */
export const nameIn = (root: string, file: string): string =>
  path.relative(root, file).split(path.sep).join('/')
