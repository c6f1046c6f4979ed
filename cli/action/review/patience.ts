import type {Octokit} from '@octokit/core'
import {isHttpError} from './http-error.ts'

/** Seconds that a job can well wait; when GitHub asks for more, there are annotations. */
const longestWait = 60
const tries = 2

/** Waits as long as GitHub asks for, which the retry plugin, that must come after this one, does not know of. */
export const patience = (client: Octokit): void => {
  client.hook.error('request', (error) => {
    const seconds = pauseAskedFor(error)
    if (isHttpError(error) && seconds !== undefined && seconds <= longestWait)
      error.request.request = {...error.request.request, retries: tries, retryAfter: seconds}
    throw error
  })
}

/** Seconds until GitHub takes the next request; undefined when it did not ask for a pause. */
export const pauseAskedFor = (error: unknown): number | undefined => {
  if (!isHttpError(error) || ![403, 429].includes(error.status)) return undefined
  const headers = error.response?.headers ?? {}
  if (headers['retry-after'] !== undefined) return Math.ceil(Number(headers['retry-after']))
  if (headers['x-ratelimit-remaining'] === '0')
    return Math.max(0, Math.ceil(Number(headers['x-ratelimit-reset']) - Date.now() / 1000))
  return error.status === 429 || /rate limit/i.test(error.message) ? longestWait : undefined
}
