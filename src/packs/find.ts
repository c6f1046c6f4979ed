import {realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {DataProblem} from '../config/document.ts'
import {nearest} from '../config/nearest.ts'
import {type Pack, packIds, packNamed} from '../engine/packs.ts'
import {readPack} from './read.ts'

export type FoundPack =
  | {pack: Pack; problem?: never}
  | {pack?: never; problem: Pick<DataProblem, 'code' | 'data'>}

/**
 * The pack that a name means: one that comes with the program, or a folder at or below another one, from which no
 * symbolic link leads out.
 *
 * @throws ConfigError when the folder holds a pack that is not well formed
 */
export const findPack = async (name: string, folder: string): Promise<FoundPack> => {
  const builtIn = packNamed(name)
  if (builtIn) return {pack: builtIn}
  const target = path.resolve(folder, name)
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) {
    const known = packIds.map((id) => id.replace(/^policy\//, ''))
    return {problem: {code: 'pack.unknown', data: {name, known: known.join(', '), ...nearest(name, known)}}}
  }
  if (!(await isWithin(target, folder))) return {problem: {code: 'pack.outside', data: {name}}}
  return {pack: await readPack(target)}
}

const isWithin = async (target: string, folder: string): Promise<boolean> => {
  const relative = path.relative(await realpath(folder), await realpath(target))
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}
