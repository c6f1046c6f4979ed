import {rmSync, symlinkSync} from 'node:fs'
import {git, inRepository, write} from '../git/repository.ts'

export const sha = (name: string): string => git('rev-parse', name).trim()

const commitAll = (message: string): void => {
  git('add', '--all')
  git('commit', '-q', '--no-verify', '--allow-empty', '-m', message)
}

type Files = Readonly<Record<string, string>>

/** What is to be in files, or what a link leads to; undefined where one is deleted. */
type Changes = Readonly<Record<string, string | {link: string} | undefined>>

const change = (name: string, to: Changes[string]): void => {
  if (to === undefined) rmSync(name)
  else if (typeof to === 'string') write(name, to)
  else symlinkSync(to.link, name)
}

/** A repository in which a branch, `forslag`, changes files that are in `main`. */
export const inForked = (before: Files, after: Changes): void => {
  inRepository({'LESMEG.txt': 'Stillinger i Lillevik.\n', ...before})
  commitAll('før')
  git('checkout', '-q', '-b', 'forslag')
  for (const [name, to] of Object.entries(after)) change(name, to)
  commitAll('endring')
}

/** What the event says of the pull request; more of it is written by people. */
export const pullEvent = (changes: Record<string, unknown> = {}) => ({
  action: 'synchronize',
  pull_request: {
    number: 12,
    base: {sha: sha('main'), ref: 'main'},
    head: {sha: sha('forslag'), ref: 'forslag'},
    ...changes,
  },
  repository: {default_branch: 'main'},
})

/** The same as a pull request, with what actions/checkout gets for one: the merge that GitHub has made. */
export const inPull = (before: Files, after: Changes): ReturnType<typeof pullEvent> => {
  inForked(before, after)
  const event = pullEvent()
  git('checkout', '-q', '--detach', 'main')
  git('merge', '-q', '--no-ff', '--no-verify', '-m', 'fletting', 'forslag')
  return event
}
