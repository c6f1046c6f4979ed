/** What octokit throws when GitHub refuses or does not answer; the latter has status 500. */
export interface HttpError extends Error {
  status: number
  request: {method: string; request?: {retries?: number; retryAfter?: number}}
  response?: {headers: Readonly<Record<string, string | number | undefined>>}
}

export const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && error.name === 'HttpError'
