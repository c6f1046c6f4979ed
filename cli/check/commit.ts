import path from 'node:path'
import type {Commit} from '../../src/report/types.ts'

/** The commit that a run on GitHub has checked out, as the runner tells it; nothing anywhere else. */
export const commitHere = (env = process.env, here = process.cwd()): Commit | undefined => {
  const {GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_WORKSPACE} = env
  if (!server || !repository || !sha) return undefined
  const folder = path.relative(GITHUB_WORKSPACE || here, here)
  const isElsewhere = folder.startsWith('..') || path.isAbsolute(folder)
  return isElsewhere ? undefined : {server, repository, sha, folder: folder.replaceAll(path.sep, '/')}
}
