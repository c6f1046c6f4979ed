import {type Stats, statSync} from 'node:fs'
import {Problem} from './problem.ts'

/** What can have a path. */
export type Kind = 'file' | 'folder' | 'pipe' | 'socket' | 'device'

/** What is at a path; undefined when nothing is. @throws Problem when that cannot be told, as with links that go in a ring */
export const kindAt = (path: string): Kind | undefined => {
  const stats = statsAt(path)
  if (stats === undefined || stats.isFile()) return stats && 'file'
  if (stats.isDirectory()) return 'folder'
  if (stats.isFIFO()) return 'pipe'
  return stats.isSocket() ? 'socket' : 'device'
}

/** The same for who goes on without it. */
export const isFolder = (path: string): boolean => {
  try {
    return kindAt(path) === 'folder'
  } catch {
    return false
  }
}

/** A pipe would be waited for, and a device may never end. @throws Problem */
export const refuseNoFile = (path: string, kind: Kind | undefined): void => {
  if (kind === undefined) throw new Problem('missing', {path})
  if (kind !== 'file' && kind !== 'folder') throw new Problem(`noFile.${kind}`, {path})
}

const statsAt = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new Problem('unreadable', {path, reason: code ?? message})
  }
}
