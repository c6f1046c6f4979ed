import type {Finding} from '../../src/report/types.ts'
import {log} from './tell.ts'
import {sayAction} from './texts.ts'
import type {Run} from './types.ts'

const none: ReadonlySet<Finding> = new Set()

/**
 * Comments on the pull request.
 *
 * @returns the findings that need no annotation any more
 */
export const commentOn = async (run: Run): Promise<ReadonlySet<Finding>> => {
  const {occasion, inputs, judged, context, lang, teller, scope, history} = run
  const {GITHUB_REPOSITORY = '', GITHUB_API_URL = 'https://api.github.com'} = process.env
  if (history.note === 'note.baseOnly') return none
  if (occasion.kind !== 'pull') {
    log(sayAction(lang, 'commentsElsewhere'))
    return none
  }
  if (inputs.token === '') {
    teller.notice(sayAction(lang, 'note.noToken'))
    return none
  }
  const {reviewPullRequest} = await import('./review/index.ts')
  const runUrl = addressOfRun()
  const {state, explanation, commented} = await reviewPullRequest({
    repository: GITHUB_REPOSITORY,
    pullNumber: occasion.number,
    headSha: occasion.head,
    report: judged.report,
    isWhole: !judged.isTroubled,
    context,
    root: scope.root,
    apiUrl: GITHUB_API_URL,
    token: inputs.token,
    ...(runUrl !== undefined && {runUrl}),
  })
  if (state === 'unavailable') teller.notice(explanation)
  else log(explanation)
  return commented
}

const addressOfRun = (): string | undefined => {
  const {GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID} = process.env
  return GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
    ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
    : undefined
}
