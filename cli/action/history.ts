import type {Comparison} from '../git/changes.ts'
import {GitFailure, git, tryGit} from '../git/run.ts'
import type {Occasion} from './event.ts'

/** What the checked out commit is compared with. */
export interface History {
  /** Absent when there is nothing to compare with: then all lines count as changed. */
  comparison?: Comparison
  /** The commit that is checked out. */
  head?: string
  /** Why it is not as one would think; a key of `texts.yml`. */
  note?: `note.${string}`
}

/** Finds what a run is to compare with. What a shallow clone lacks is fetched, when that can be. */
export const historyOf = (occasion: Occasion): History => {
  if (occasion.kind === 'none') return {}
  try {
    const head = commitAt('HEAD')
    return head === undefined ? {note: 'note.noGit'} : {head, ...compared(occasion, head)}
  } catch (error) {
    if (error instanceof GitFailure) return {note: 'note.noGit'}
    throw error
  }
}

const compared = (occasion: Exclude<Occasion, {kind: 'none'}>, head: string): History => {
  switch (occasion.kind) {
    case 'pull':
      return comparedPull(occasion, head)
    case 'since':
      return hasCommit(occasion.base) ? {comparison: [occasion.base, head]} : {note: 'note.unknownBase'}
    case 'branch':
      return comparedBranch(occasion.from, head)
    case 'unreadable':
      return {note: 'note.event'}
  }
}

/**
 * GitHub has merged a pull request for the run, so that the merge shows what it brings. Who has checked out something
 * else gets what has come since the branches parted.
 */
const comparedPull = (pull: Extract<Occasion, {kind: 'pull'}>, head: string): History => {
  const [first, second, ...more] = parentsOf(head)
  const isMerge = second === pull.head && more.length === 0
  if (first !== undefined && isMerge && hasCommit(first)) return {comparison: [first, head]}
  if (head === pull.base && head !== pull.head) return {comparison: [head, head], note: 'note.baseOnly'}
  return hasCommit(pull.base) ? {comparison: [parting(pull.base, head), head]} : {note: 'note.unknownBase'}
}

const comparedBranch = (from: string, head: string): History => {
  const ref = `refs/remotes/origin/${from}`
  if (commitAt(ref) === undefined) fetch(`+refs/heads/${from}:${ref}`)
  const base = commitAt(ref)
  return base === undefined ? {note: 'note.unknownBase'} : {comparison: [parting(base, head), head]}
}

const commitAt = (name: string): string | undefined =>
  tryGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])

/** Where two commits part; in a clone that does not go back so far, the one to compare with. */
const parting = (base: string, head: string): string => tryGit(['merge-base', base, head]) ?? base

/** As the commit itself says, also where a shallow clone knows no more of them. */
const parentsOf = (commit: string): string[] => {
  const [header = ''] = git(['cat-file', 'commit', commit]).toString().split('\n\n', 1)
  return [...header.matchAll(/^parent ([\da-f]+)$/gm)].map(([, id]) => id!)
}

/** Fetches a commit that is not here. */
const hasCommit = (id: string): boolean => {
  if (commitAt(id) === undefined) fetch(id)
  return commitAt(id) !== undefined
}

/** Gives up where nothing comes; a clone that is whole stays so. */
const patience = ['-c', 'http.lowSpeedLimit=1', '-c', 'http.lowSpeedTime=20', '-c', 'gc.auto=0']

const fetch = (what: string): void => {
  const isShallow = tryGit(['rev-parse', '--is-shallow-repository']) === 'true'
  tryGit([
    ...patience,
    ...['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'],
    ...(isShallow ? ['--depth=1'] : []),
    ...['origin', what],
  ])
}
