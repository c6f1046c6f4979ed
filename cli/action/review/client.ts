import {Octokit} from '@octokit/core'
import {paginateRest} from '@octokit/plugin-paginate-rest'
import {retry} from '@octokit/plugin-retry'
import {readMark} from './marker.ts'
import {patience} from './patience.ts'
import type {NewComment, OwnComment} from './plan.ts'
import type {ChangedFile} from './subjects.ts'
import type {ReviewRequest} from './types.ts'

/** A review of ours. */
export interface OwnReview {
  id: number
  body: string
}

/** A pull request, as far as it matters to us. All of it may throw an `HttpError`. */
export interface PullRequest {
  headSha(): Promise<string>
  files(): Promise<ChangedFile[]>
  /** The oldest first. */
  ownComments(): Promise<OwnComment[]>
  /** The oldest first. */
  ownReviews(): Promise<OwnReview[]>
  /** Gives the address of its page. */
  addReview(commit: string, body: string, comments: readonly NewComment[]): Promise<string>
  editReview(id: number, body: string): Promise<unknown>
  editComment(id: number, body: string): Promise<unknown>
  removeComment(id: number): Promise<unknown>
}

interface Author {
  id: number | bigint
  login: string
  type: string
}

type IsOwn = (author: Author | null) => boolean

/** No dots alone, which would make the path of an address another one. */
const repositoryName = /^(?!\.{1,99}\/)([\w.-]{1,99})\/(?!\.{1,99}$)([\w.-]{1,99})$/
const patientMilliseconds = 30_000
const silent = () => {}
const silentLog = {debug: silent, info: silent, warn: silent, error: silent}
const Client = Octokit.plugin(patience, retry, paginateRest)

export const openPullRequest = ({
  repository,
  pullNumber,
  apiUrl,
  token,
  report,
}: Pick<ReviewRequest, 'repository' | 'pullNumber' | 'apiUrl' | 'token' | 'report'>): PullRequest => {
  const [, owner = '-', repo = '-'] = repositoryName.exec(repository) ?? []
  const here = {owner, repo, pull_number: pullNumber}
  const all = {...here, per_page: 100}
  const once = {request: {retries: 0}}
  const client = new Client({
    auth: token,
    baseUrl: apiUrl.replace(/(?<!\/)\/+$/, ''),
    userAgent: `${report.tool.name}/${report.tool.version}`,
    log: silentLog,
    request: {fetch: impatientFetch, log: silentLog},
    retry: {doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451], retries: 2},
  })
  let isOwn: Promise<IsOwn> | undefined
  const own = () => {
    isOwn ??= recogniserOf(client)
    return isOwn
  }
  return {
    async headSha() {
      const {data} = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', here)
      return data.head.sha
    },
    async files() {
      const files = await client.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', all)
      return files.map(({filename, status, patch}) => ({
        path: filename,
        isRemoved: status === 'removed',
        patch,
      }))
    },
    async ownComments() {
      const comments = await client.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', all)
      const isMine = await own()
      const answered = new Set(comments.map((comment) => Number(comment.in_reply_to_id)))
      return comments
        .filter(({user, in_reply_to_id}) => isMine(user) && in_reply_to_id === undefined)
        .flatMap(({id: number, path, body, line, start_line}) => {
          const id = Number(number)
          const mark = readMark(body)
          const lines = typeof line === 'number' ? {start: start_line ?? line, end: line} : undefined
          return mark ? {id, mark, path, body, lines, isAnswered: answered.has(id)} : []
        })
    },
    async ownReviews() {
      const reviews = await client.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', all)
      const isMine = await own()
      return reviews
        .filter(({user, body}) => isMine(user) && readMark(body) !== undefined)
        .map(({id, body}) => ({id: Number(id), body}))
    },
    async addReview(commit, body, comments) {
      const {data} = await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...here,
        ...once,
        commit_id: commit,
        event: 'COMMENT',
        body,
        comments: comments.map(draftOf),
      })
      return data.html_url
    },
    editReview: (id, body) =>
      client.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}', {
        ...here,
        review_id: id,
        body,
      }),
    editComment: (id, body) =>
      client.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
        owner,
        repo,
        comment_id: id,
        body,
      }),
    removeComment: (id) =>
      client.request('DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
        owner,
        repo,
        comment_id: id,
      }),
  }
}

/** GitHub refuses a first line that is the last one too. */
const draftOf = ({path, placement: {start, end}, body}: NewComment) => ({
  path,
  body,
  line: end,
  side: 'RIGHT',
  ...(start < end && {start_line: start, start_side: 'RIGHT'}),
})

const impatientFetch = (url: string, options: RequestInit): Promise<Response> =>
  fetch(url, {...options, signal: AbortSignal.timeout(patientMilliseconds)})

/** Who writes with this token. `GET /user` knows people only, the other API also the programs. */
const recogniserOf = async (client: Octokit): Promise<IsOwn> => {
  try {
    const {viewer} = await client.graphql<{viewer: {databaseId: number}}>('query { viewer { databaseId } }')
    return (author) => author !== null && Number(author.id) === viewer.databaseId
  } catch {
    return (author) => author?.login === 'github-actions[bot]' && author.type === 'Bot'
  }
}
