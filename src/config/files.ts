import {existsSync} from 'node:fs'
import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import path from 'node:path'

/** Where configurations and packs are read from: the disk, or what is to be committed. All paths are absolute. */
export interface Files {
  has(file: string): boolean
  /** Fails when there is no such file. */
  size(file: string): Promise<number>
  /** Fails when there is no such file. */
  read(file: string): Promise<Uint8Array>
  /** The names of what is in a folder; undefined when there is no such folder. */
  list(folder: string): Promise<string[] | undefined>
  /** Whether a folder is at or below another one, and no symbolic link leads out of that. */
  isWithin(target: string, folder: string): Promise<boolean>
}

export const disk: Files = {
  has: existsSync,
  size: async (file) => (await stat(file)).size,
  read: readFile,
  async list(folder) {
    const found = await stat(folder).catch(() => undefined)
    return found?.isDirectory() ? readdir(folder) : undefined
  },
  isWithin: async (target, folder) => isBelow(await realpath(target), await realpath(folder)),
}

/** Whether a path is that of a folder or of something in it. */
export const isBelow = (target: string, folder: string): boolean => {
  const relative = path.relative(folder, target)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

export const readText = async (files: Files, file: string): Promise<string> =>
  new TextDecoder('utf-8', {ignoreBOM: true}).decode(await files.read(file))
