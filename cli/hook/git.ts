import {statSync} from 'node:fs'
import path from 'node:path'
import {GitFailure, git, tryGit} from '../git/run.ts'
import {Problem} from '../problem.ts'

/** Where the hooks of a repository are, and whom they are for. */
export interface Repository {
  /** The top of the working folder, an absolute path. */
  top: string
  /** The folder of the hooks, an absolute path. It need not exist. */
  hooks: string
  /** The repository alone, a folder that is committed with it, or every repository of this person. */
  reach: 'repository' | 'committed' | 'everywhere'
}

/** @throws Problem or GitFailure where no hook can be installed */
export const findRepository = (): Repository => {
  if (isBare()) throw new Problem('hook.bare')
  const top = path.resolve(lineOf(git(['rev-parse', '--show-toplevel'])))
  const hooks = path.resolve(lineOf(git(['rev-parse', '--git-path', 'hooks'])))
  if (statSync(hooks, {throwIfNoEntry: false})?.isDirectory() === false)
    throw new Problem('hook.noFolder', {path: hooks})
  return {top, hooks, reach: reachOf(hooks, top)}
}

const isBare = (): boolean => {
  try {
    return lineOf(git(['rev-parse', '--is-bare-repository'])) === 'true'
  } catch (error) {
    const isNone = error instanceof GitFailure && error.code === 'git.noRepository'
    throw isNone ? new Problem('hook.noRepository') : error
  }
}

/** A path may end in white space. */
const lineOf = (said: Buffer): string => said.toString().replace(/\r?\n$/, '')

const reachOf = (hooks: string, top: string): Repository['reach'] => {
  const setIn = tryGit(['config', '--show-scope', '--get', 'core.hooksPath'])?.split('\t')[0]
  if (setIn === undefined) return 'repository'
  if (setIn === 'global' || setIn === 'system') return 'everywhere'
  const within = path.relative(top, hooks)
  const isCommitted = !/^(?:\.\.|\.git)(?:[\\/]|$)/.test(within) && !path.isAbsolute(within)
  return isCommitted && tryGit(['check-ignore', '-q', '--', hooks]) === undefined ? 'committed' : 'repository'
}
