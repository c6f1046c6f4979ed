import {spawnSync} from 'node:child_process'
import {statSync} from 'node:fs'
import path from 'node:path'
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

/** @throws Problem where no hook can be installed */
export const findRepository = (): Repository => {
  if (ask('rev-parse', '--git-dir') === undefined)
    throw new Problem(hasGit() ? 'hook.noRepository' : 'hook.noGit')
  if (ask('rev-parse', '--is-bare-repository') === 'true') throw new Problem('hook.bare')
  const top = ask('rev-parse', '--show-toplevel')
  const hooks = ask('rev-parse', '--git-path', 'hooks')
  if (top === undefined || hooks === undefined) throw new Problem('hook.noRepository')
  const folder = path.resolve(hooks)
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() === false)
    throw new Problem('hook.noFolder', {path: folder})
  return {top: path.resolve(top), hooks: folder, reach: reachOf(folder, path.resolve(top))}
}

const reachOf = (hooks: string, top: string): Repository['reach'] => {
  const setIn = ask('config', '--show-scope', '--get', 'core.hooksPath')?.split('\t')[0]
  if (setIn === undefined) return 'repository'
  if (setIn === 'global' || setIn === 'system') return 'everywhere'
  const within = path.relative(top, hooks)
  const isCommitted = !/^(?:\.\.|\.git)(?:[\\/]|$)/.test(within) && !path.isAbsolute(within)
  return isCommitted && ask('check-ignore', '-q', '--', hooks) === undefined ? 'committed' : 'repository'
}

/** What git says, without the line break at its end; undefined when it says no. */
const ask = (...words: string[]): string | undefined => {
  const {status, stdout} = spawnSync('git', words, {encoding: 'utf8', windowsHide: true})
  return status === 0 ? stdout.replace(/\r?\n$/, '') : undefined
}

const hasGit = (): boolean => ask('--version') !== undefined
