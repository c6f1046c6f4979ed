import type {Report, ReporterContext} from '../../../src/report/types.ts'
import type {OwnReview, PullRequest} from './client.ts'
import {explainFailure, isUncertain} from './failure.ts'
import {isAsWritten, readMark, withMark} from './marker.ts'
import {renderOverview, restInWords} from './overview.ts'
import {type Plan, planReview} from './plan.ts'
import {nameInRepository, subjectsOf} from './subjects.ts'
import {sayReviewed} from './texts.ts'
import type {ReviewOutcome, ReviewRequest} from './types.ts'

const usualLimit = 20
const tries = 2

/** Makes the comments on a pull request say what the report says. It never throws. */
export const reviewPullRequest = async (request: ReviewRequest): Promise<ReviewOutcome> => {
  const {openPullRequest} = await import('./client.ts')
  for (let left = tries; ; left--) {
    try {
      return await review(openPullRequest(request), request)
    } catch (error) {
      if (left > 1 && isUncertain(error)) continue
      return {state: 'unavailable', explanation: explainFailure(error, request.context), commented: new Set()}
    }
  }
}

/** Does only what is not done yet, so that it may be called again. */
const review = async (pull: PullRequest, request: ReviewRequest): Promise<ReviewOutcome> => {
  const {headSha, report, context} = request
  if ((await pull.headSha()) !== headSha) {
    const explanation = sayReviewed(context.lang, 'superseded')
    return {state: 'superseded', explanation, commented: new Set()}
  }
  const plan = await planFor(pull, request)
  const overview = renderOverview(request, plan.commented)
  const reviews = await pull.ownReviews()
  const url =
    plan.add.length > 0 ? await pull.addReview(headSha, withMark(overview, 'review'), plan.add) : undefined
  await carryOut(pull, plan)
  await tellInReviews(pull, url === undefined ? reviews : [...reviews, undefined], overview, context)
  if (url !== undefined) await removeDoubles(pull, request).catch(ignore)
  const explanation = explain(plan, report, context)
  return {state: 'reviewed', explanation, commented: plan.commented, ...(url !== undefined && {url})}
}

const planFor = async (pull: PullRequest, request: ReviewRequest): Promise<Plan> => {
  const [files, comments] = await Promise.all([pull.files(), pull.ownComments()])
  return planReview({
    subjects: subjectsOf(request, files),
    comments,
    checked: new Set(request.report.files.map(({path}) => nameInRepository(path, request.root))),
    present: new Set(files.filter(({isRemoved}) => !isRemoved).map(({path}) => path)),
    limit: request.limit ?? usualLimit,
    context: request.context,
  })
}

/** What cannot be edited or removed, since somebody was quicker or does not allow it, may stay. */
const carryOut = async (pull: PullRequest, {edit, remove}: Pick<Plan, 'edit' | 'remove'>): Promise<void> => {
  for (const {id, body} of edit) await pull.editComment(id, body).catch(ignore)
  for (const id of remove) await pull.removeComment(id).catch(ignore)
}

const ignore = () => {}

/** The newest of our reviews tells how much there is now; the others tell of it. `undefined` is one that does already. */
const tellInReviews = async (
  pull: PullRequest,
  reviews: readonly (OwnReview | undefined)[],
  overview: string,
  {lang}: ReporterContext,
): Promise<void> => {
  const newer = sayReviewed(lang, 'overview.newer')
  for (const [i, one] of reviews.entries()) {
    const text = i === reviews.length - 1 ? overview : newer
    if (!one || isAsWritten(text, readMark(one.body)!)) continue
    await pull.editReview(one.id, withMark(text, 'review')).catch(ignore)
  }
}

/** Two runs at once may both have found nothing there: both then keep the older comments. */
const removeDoubles = async (pull: PullRequest, request: ReviewRequest): Promise<void> => {
  const {remove} = await planFor(pull, request)
  await carryOut(pull, {edit: [], remove})
}

const explain = (plan: Plan, report: Report, context: ReporterContext): string => {
  const {lang} = context
  const count = (key: string, n: number): string[] =>
    n === 0
      ? []
      : [sayReviewed(lang, n === 1 && key !== 'kept' ? `done.${key}.one` : `done.${key}`, {n: String(n)})]
  const parts = [...count('added', plan.add.length), ...count('kept', plan.kept), ...count('gone', plan.gone)]
  if (parts.length === 0) return sayReviewed(lang, 'done.none')
  const rest = restInWords(report, context, plan.commented)
  const all = rest === '' ? parts : [...parts, sayReviewed(lang, 'done.rest', {list: rest})]
  return sayReviewed(lang, 'done', {list: all.join(', ')})
}
