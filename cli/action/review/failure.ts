import type {ReporterContext} from '../../../src/report/types.ts'
import {isHttpError} from './http-error.ts'
import {pauseAskedFor} from './patience.ts'
import {sayReviewed} from './texts.ts'

const reasons: Readonly<Record<number, string>> = {
  401: 'token',
  403: 'readOnly',
  404: 'missing',
  422: 'refused',
}

/** Why there are no comments, without a word of what GitHub or a proxy wrote. */
export const explainFailure = (error: unknown, {lang}: Pick<ReporterContext, 'lang'>): string => {
  if (pauseAskedFor(error) !== undefined) return sayReviewed(lang, 'failed.busy')
  const status = isHttpError(error) ? error.status : 0
  return sayReviewed(lang, `failed.${reasons[status] ?? 'unreachable'}`)
}

/** GitHub may have done what it was asked for, although it did not say so. */
export const isUncertain = (error: unknown): boolean =>
  isHttpError(error) && error.status >= 500 && error.request.method === 'POST'
