import path from 'node:path'
import type {DataProblem} from '../config/document.ts'
import {disk, type Files} from '../config/files.ts'
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
export const findPack = async (name: string, folder: string, files: Files = disk): Promise<FoundPack> => {
  const builtIn = packNamed(name)
  if (builtIn) return {pack: builtIn}
  const target = path.resolve(folder, name)
  const names = await files.list(target)
  if (!names) {
    if (files !== disk && (await disk.list(target))) return {problem: {code: 'pack.untracked', data: {name}}}
    const known = packIds.map((id) => id.replace(/^policy\//, ''))
    return {problem: {code: 'pack.unknown', data: {name, known: known.join(', '), ...nearest(name, known)}}}
  }
  if (!(await files.isWithin(target, folder))) return {problem: {code: 'pack.outside', data: {name}}}
  return {pack: await readPack(target, files)}
}
