import {readFileSync} from 'node:fs'

/** What started a run: a change since a commit, a new branch, or nothing that has to do with a change. */
export type Occasion =
  | {kind: 'pull'; number: number; base: string; head: string}
  | {kind: 'since'; base: string}
  | {kind: 'branch'; from: string}
  | {kind: 'none'}
  | {kind: 'unreadable'}

type Payload = Readonly<Record<string, unknown>>

/**
 * Reads the event that started the run. Of all that is in it, which anybody may have written, nothing is taken but ids
 * of commits, a number and the name of the main branch, and those only when they look like that.
 */
export const readOccasion = ({GITHUB_EVENT_NAME, GITHUB_EVENT_PATH}: NodeJS.ProcessEnv): Occasion => {
  const read = readers[GITHUB_EVENT_NAME ?? '']
  if (!read) return {kind: 'none'}
  try {
    const payload: unknown = JSON.parse(readFileSync(GITHUB_EVENT_PATH ?? '', 'utf8'))
    return read(objectIn(payload))
  } catch {
    return {kind: 'unreadable'}
  }
}

const pull = (payload: Payload): Occasion => {
  const {number, base, head} = objectIn(payload.pull_request)
  if (!Number.isSafeInteger(number) || Number(number) < 1) throw new TypeError('number')
  return {
    kind: 'pull',
    number: Number(number),
    base: shaIn(objectIn(base).sha),
    head: shaIn(objectIn(head).sha),
  }
}

/** Of a tag, and of the main branch when it is new, all is of interest. */
const push = ({before, ref, repository}: Payload): Occasion => {
  if (typeof ref !== 'string') throw new TypeError('ref')
  if (!ref.startsWith('refs/heads/')) return {kind: 'none'}
  if (typeof before === 'string' && !/^0+$/.test(before)) return {kind: 'since', base: shaIn(before)}
  const main = branchIn(objectIn(repository).default_branch)
  return ref === `refs/heads/${main}` ? {kind: 'none'} : {kind: 'branch', from: main}
}

const mergeGroup = (payload: Payload): Occasion => ({
  kind: 'since',
  base: shaIn(objectIn(payload.merge_group).base_sha),
})

const readers: Readonly<Record<string, (payload: Payload) => Occasion>> = {
  pull_request: pull,
  pull_request_target: pull,
  push,
  merge_group: mergeGroup,
}

const objectIn = (value: unknown): Payload => {
  if (typeof value !== 'object' || value === null) throw new TypeError('object')
  return value as Payload
}

const sha = /^(?:[\da-f]{40}|[\da-f]{64})$/

const shaIn = (value: unknown): string => {
  if (typeof value !== 'string' || !sha.test(value)) throw new TypeError('sha')
  return value
}

/** The names that git has for branches are many more; a main branch with another one is not looked for. */
const branch = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/

const branchIn = (value: unknown): string => {
  if (typeof value !== 'string' || !branch.test(value) || value.includes('..')) throw new TypeError('branch')
  return value
}
