import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Comparison} from './changes.ts'
import {git} from './run.ts'

/** A working copy. */
export interface Here {
  /** Its top folder. */
  root: string
  /** The commits that are being merged into it. */
  merged: readonly string[]
}

/** @throws GitFailure */
export const workingCopyHere = (): Here => {
  const [up = '', ...file] = git(['rev-parse', '--show-cdup', '--git-path', 'MERGE_HEAD'])
    .toString()
    .replace(/\n$/, '')
    .split('\n')
  return {root: path.resolve(up), merged: linesOf(file.join('\n'))}
}

/** What the next commit is compared with: the last one, if there is one, and those that are merged into it. */
export const comparisonsOfIndex = ({merged}: Here): Comparison[] => [
  ['--cached'],
  ...merged.map((commit) => ['--cached', commit]),
]

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
