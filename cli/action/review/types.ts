import type {Finding, Report, ReporterContext} from '../../../src/report/types.ts'

export interface ReviewRequest {
  /** `owner/name`. */
  repository: string
  pullNumber: number
  /** The last commit of the pull request's own branch: `pull_request.head.sha` of the event, not the merge of it. */
  headSha: string
  report: Report
  /** Whether all could be checked that should be. */
  isWhole: boolean
  context: ReporterContext
  /** The top folder of the repository on disk, which the names of GitHub are counted from. */
  root: string
  /** `GITHUB_API_URL`. */
  apiUrl: string
  token: string
  /** Where the whole report is: the address of the run. */
  runUrl?: string
  /** How many comments may stand at once. */
  limit?: number
}

export interface ReviewOutcome {
  /**
   * `reviewed`: the comments are as they should be. `superseded`: a newer commit has been pushed, whose run will comment.
   * `unavailable`: there is no review, and annotations have to do.
   */
  state: 'reviewed' | 'superseded' | 'unavailable'
  /** What was done, or why nothing was, on one line in the language of the report; safe to print. */
  explanation: string
  /** The findings that a comment stands for, so that annotations may be of the others. */
  commented: ReadonlySet<Finding>
  /** The page of the review that was added now. */
  url?: string
}
