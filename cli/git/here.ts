import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Comparison} from './changes.ts'
import {tryGit} from './run.ts'

/** The top folder of the working copy here; this folder in a repository that has none. */
export const topFolder = (): string => path.resolve(tryGit(['rev-parse', '--show-toplevel']) ?? '.')

/** What the next commit is compared with: the last one, if there is one, and those that are merged into it. */
export const comparisonsOfIndex = (): Comparison[] => [
  ['--cached'],
  ...mergedHere().map((commit) => ['--cached', commit]),
]

const mergedHere = (): string[] => {
  const file = tryGit(['rev-parse', '--git-path', 'MERGE_HEAD'])
  if (file === undefined) return []
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
