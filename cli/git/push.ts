import type {Comparison} from './changes.ts'
import {git, tryGit} from './run.ts'

/** A commit that is about to be pushed, and what its files are compared with. */
export interface Pushed {
  commit: string
  comparisons: Comparison[]
}

/** A line that git gives the hook: `local-ref local-id remote-ref remote-id`. A local ref may hold blanks. */
const update = /^.* ([0-9a-f]+) \S+ ([0-9a-f]+)$/
const nothing = /^0+$/

/**
 * The commits of a push that the remote has not, each beside the last commits before them that it has: with a branch
 * that is forced, those where the two part; with a new branch, what any branch of the remote has. Deleted branches and
 * tags on commits that are there already bring nothing.
 *
 * @param input what git gives the hook on standard input
 * @param remote name or address
 * @throws GitFailure
 */
export const pushedCommits = (input: string, remote: string): Pushed[] => {
  const updates = input.split('\n').flatMap((line) => {
    const [, local = '0', there = '0'] = update.exec(line) ?? []
    return nothing.test(local) ? [] : {local, there}
  })
  const had = updates.flatMap(({there}) => (nothing.test(there) ? [] : (commitOf(there) ?? [])))
  const commits = updates.flatMap(({local}) => commitOf(local) ?? [])
  return [...new Set(commits)].flatMap((commit) => rangeOf(commit, had, remote) ?? [])
}

/** The commit that an id or a tag leads to; undefined for other things, and for what is not here. */
const commitOf = (id: string): string | undefined =>
  tryGit(['rev-parse', '--verify', '--quiet', `${id}^{commit}`])

const rangeOf = (commit: string, had: readonly string[], remote: string): Pushed | undefined => {
  const range = ['rev-list', '--boundary', commit, '--not', ...had, `--remotes=${remote}`]
  const listed = git(range).toString().trimEnd().split('\n')
  const before = listed.filter((line) => line.startsWith('-')).map((line) => line.slice(1))
  if (!listed.includes(commit)) return undefined
  const bases = before.length > 0 ? before : [emptyTree()]
  return {commit, comparisons: bases.map((base) => [base, commit])}
}

/** In the kind of ids that the repository has. */
const emptyTree = (): string => git(['hash-object', '-t', 'tree', '--stdin']).toString().trim()
