import path from 'node:path'
import type {Commit} from '../../src/report/job-summary.ts'

/** The commit that a run on GitHub has checked out, as the runner tells it; nothing anywhere else. */
export const commitHere = (env = process.env, folder = process.cwd()): Commit | undefined => {
  const {GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha} = env
  if (!server || !repository || !sha) return undefined
  const below = path.relative(env.GITHUB_WORKSPACE || folder, folder).replaceAll(path.sep, '/')
  return {server, repository, sha, folder: below}
}
