import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {readPatch} from '../../cli/action/review/diff.ts'
import {answerFlaws, type Call, readCall} from './openapi.ts'

/** A file of a pull request: its text on the base branch and on the branch of the request, undefined where it is not. */
export interface File {
  path: string
  before?: string
  after?: string
  previousPath?: string
}

export interface User {
  id: number
  login: string
  type: 'Bot' | 'User'
}

export interface ReviewComment {
  id: number
  reviewId: number
  user: User
  path: string
  body: string
  /** As it is now; `null` when the lines have been changed since. */
  line: number | null
  startLine: number | null
  replyTo?: number
}

export interface Review {
  id: number
  user: User
  body: string
  commit: string
}

interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** Something that goes wrong once, with the first request of a method. */
export interface Mishap extends Answer {
  method: string
  /** Not before there has been a request of this method. */
  after?: string
  /** GitHub has done what it was asked for, and only the answer is lost. */
  afterwards?: boolean
}

export const actionsBot: User = {id: 41898282, login: 'github-actions[bot]', type: 'Bot'}
export const kari: User = {id: 7, login: 'kari-eksempel', type: 'User'}

const token = 'ghs_hemmelig'
const at = '2026-11-22T12:00:00Z'
const documentation = {documentation_url: 'https://docs.github.com/rest'}

/**
 * Stands in for GitHub on this machine: one pull request with its files, reviews and comments, in memory. Every request
 * and every answer is held against GitHub's own description of its API; `close` throws when one does not fit.
 */
export class GitHubStandIn {
  readonly repository = 'lillevik/stillinger'
  readonly pullNumber = 12
  readonly token = token
  /** Whom the token belongs to. */
  viewer: User | undefined = actionsBot
  permission: 'read' | 'write' = 'write'
  headSha = 'a'.repeat(40)
  comments: ReviewComment[] = []
  reviews: Review[] = []
  mishaps: Mishap[] = []
  /** `METHOD operation` of all requests. */
  requests: string[] = []
  /** What does not fit the description. */
  readonly flaws: string[] = []
  private files: readonly File[] = []
  private lastId = 100
  private readonly server = createServer((request, response) => {
    this.answer(request).then(({status, body, headers}) => {
      response.writeHead(status, {'content-type': 'application/json; charset=utf-8', ...headers})
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })

  static async start(files: readonly File[]): Promise<GitHubStandIn> {
    const api = new GitHubStandIn()
    api.files = files
    await new Promise<void>((done) => api.server.listen(0, '127.0.0.1', done))
    return api
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
    if (this.flaws.length > 0) throw new Error(this.flaws.join('\n'))
  }

  /** A new commit. Comments go along with their lines, and are outdated when these are changed. */
  push(files: readonly File[]): void {
    const old = this.files
    this.files = files
    this.headSha = String.fromCharCode(this.headSha.charCodeAt(0) + 1).repeat(40)
    for (const comment of this.comments) {
      const {before, after} = textsOf(comment.path, old, files)
      const [start, end] = [comment.startLine ?? comment.line, comment.line]
      const moved =
        start !== null && end !== null && after !== undefined && moveLines(before, after, start, end)
      const isShown = moved && this.isInDiff(comment.path, moved.start, moved.end)
      comment.line = isShown ? moved.end : null
      comment.startLine = isShown && comment.startLine !== null ? moved.start : null
    }
  }

  /** Somebody answers a comment. */
  reply(id: number, body: string, user = kari): void {
    const comment = this.comments.find((one) => one.id === id)!
    this.comments.push({...comment, id: this.nextId(), user, body, replyTo: id})
  }

  /** Somebody comments on a line. */
  comment(file: string, line: number, body: string, user = kari): void {
    const id = this.nextId()
    this.comments.push({id, reviewId: 1, user, path: file, line, startLine: null, body})
  }

  private nextId(): number {
    this.lastId++
    return this.lastId
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const {method = ''} = request
    const url = new URL(request.url ?? '', this.url)
    const body = await readBody(request)
    if (request.headers.authorization !== `token ${token}`)
      return {status: 401, body: {message: 'Bad credentials', ...documentation}}
    const mishap = this.mishaps.find(
      (one) =>
        one.method === method &&
        url.pathname !== '/graphql' &&
        (one.after === undefined || this.requests.some((request) => request.startsWith(one.after!))),
    )
    if (mishap) this.mishaps = this.mishaps.filter((one) => one !== mishap)
    if (mishap && !mishap.afterwards) return mishap
    if (url.pathname === '/graphql') return this.graphql(body)
    const read = readCall(method, url, body)
    if (!read) {
      this.flaws.push(`No such operation: ${method} ${url.pathname}`)
      return notFound
    }
    this.requests.push(`${method} ${read.call.operationId}`)
    this.flaws.push(...read.flaws)
    const answer = this.perform(method, read.call, url)
    this.flaws.push(...answerFlaws(read.call.operationId, answer.status, answer.body))
    return mishap ?? answer
  }

  /** The one question that is asked of the other API; programs are known there too. */
  private graphql(body: unknown): Answer {
    const {query, ...more} = body as {query: string}
    if (query !== 'query { viewer { databaseId } }' || Object.keys(more).length > 0)
      this.flaws.push(`GraphQL: ${JSON.stringify(body)}`)
    return this.viewer
      ? {status: 200, body: {data: {viewer: {databaseId: this.viewer.id}}}}
      : {status: 403, body: {message: 'Forbidden', ...documentation}}
  }

  private perform(method: string, call: Call, url: URL): Answer {
    const {owner, repo, pull_number} = call.parameters
    if (`${owner}/${repo}` !== this.repository) return notFound
    if (pull_number !== undefined && pull_number !== String(this.pullNumber)) return notFound
    if (method !== 'GET' && this.permission === 'read')
      return {status: 403, body: {message: 'Resource not accessible by integration', ...documentation}}
    return this.operations[call.operationId]!(call, url)
  }

  private readonly operations: Record<string, (call: Call, url: URL) => Answer> = {
    'pulls/get': () => ({
      status: 200,
      body: {
        number: this.pullNumber,
        state: 'open',
        html_url: this.page,
        head: {ref: 'ny-annonse', sha: this.headSha},
        base: {ref: 'main', sha: '0'.repeat(40)},
      },
    }),
    'pulls/list-files': (call, url) => paged(this.files.map(fileBody), call, url),
    'pulls/list-review-comments': (call, url) =>
      paged(
        this.comments.map((one) => this.commentBody(one)),
        call,
        url,
      ),
    'pulls/list-reviews': (call, url) =>
      paged(
        this.reviews.map((one) => this.reviewBody(one)),
        call,
        url,
      ),
    'pulls/create-review': ({body}) => this.createReview(body as NewReview),
    'pulls/update-review': ({parameters, body}) => {
      const review = this.reviews.find(({id}) => id === Number(parameters.review_id))
      if (!review) return notFound
      review.body = (body as {body: string}).body
      return {status: 200, body: this.reviewBody(review)}
    },
    'pulls/update-review-comment': ({parameters, body}) => {
      const comment = this.comments.find(({id}) => id === Number(parameters.comment_id))
      if (!comment) return notFound
      comment.body = (body as {body: string}).body
      return {status: 200, body: this.commentBody(comment)}
    },
    'pulls/delete-review-comment': ({parameters}) => {
      const left = this.comments.filter(({id}) => id !== Number(parameters.comment_id))
      if (left.length === this.comments.length) return notFound
      this.comments = left
      return {status: 204}
    },
  }

  /** All or nothing: one comment that stands where it cannot is enough to refuse the whole. */
  private createReview({body, event, commit_id, comments = []}: NewReview): Answer {
    const flaws = comments.flatMap(({path: name, line, start_line}) => [
      ...(this.isInDiff(name, start_line ?? line, line)
        ? []
        : ['Pull request review thread line must be part of the diff']),
      ...(start_line !== undefined && start_line >= line
        ? ['Pull request review thread start line must precede the end line.']
        : []),
    ])
    if (event !== 'COMMENT' || !body || commit_id !== this.headSha) flaws.push('Not as it should be')
    if (flaws.length > 0)
      return {status: 422, body: {message: 'Unprocessable Entity', errors: flaws, ...documentation}}
    const user = this.viewer ?? actionsBot
    const review: Review = {id: this.nextId(), user, body, commit: commit_id}
    this.reviews.push(review)
    for (const {path: name, line, start_line: startLine = null, body: text} of comments) {
      const comment = {reviewId: review.id, user, path: name, line, startLine, body: text}
      this.comments.push({id: this.nextId(), ...comment})
    }
    return {status: 200, body: this.reviewBody(review)}
  }

  /** Whether the lines are of one run of lines that the changes show. */
  private isInDiff(name: string, start: number, end: number): boolean {
    const file = this.files.find((one) => one.path === name)
    const diff = file && readPatch(patchOf(file.before, file.after))
    const hunk = diff?.get(start)?.hunk
    return hunk !== undefined && hunk === diff?.get(end)?.hunk
  }

  private get page(): string {
    return `https://github.example/${this.repository}/pull/${this.pullNumber}`
  }

  private get address(): string {
    return `${this.url}/repos/${this.repository}/pulls/${this.pullNumber}`
  }

  private reviewBody({id, user, body, commit}: Review): object {
    return {
      ...{id, node_id: `PRR_${id}`, user, body, state: 'COMMENTED', commit_id: commit, submitted_at: at},
      html_url: `${this.page}#pullrequestreview-${id}`,
      pull_request_url: this.address,
      _links: {html: {href: this.page}, pull_request: {href: this.address}},
      author_association: 'NONE',
    }
  }

  private commentBody({
    id,
    reviewId,
    user,
    path: name,
    body,
    line,
    startLine,
    replyTo,
  }: ReviewComment): object {
    const href = `${this.url}/repos/${this.repository}/pulls/comments/${id}`
    const html = `${this.page}#discussion_r${id}`
    return {
      ...{id, node_id: `PRRC_${id}`, pull_request_review_id: reviewId, user, path: name, body, line},
      ...{start_line: startLine, start_side: startLine === null ? null : 'RIGHT', side: 'RIGHT'},
      ...(replyTo !== undefined && {in_reply_to_id: replyTo}),
      ...{url: href, html_url: html, pull_request_url: this.address, diff_hunk: '@@'},
      ...{commit_id: this.headSha, original_commit_id: 'a'.repeat(40), created_at: at, updated_at: at},
      author_association: user.type === 'Bot' ? 'NONE' : 'MEMBER',
      _links: {self: {href}, html: {href: html}, pull_request: {href: this.address}},
    }
  }
}

interface NewReview {
  body: string
  event: string
  commit_id: string
  comments?: {path: string; body: string; line: number; start_line?: number}[]
}

const notFound: Answer = {status: 404, body: {message: 'Not Found', ...documentation}}

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  return text === '' ? undefined : JSON.parse(text)
}

/** A page of a list, with the addresses of the others as GitHub gives them. */
const paged = (items: readonly unknown[], {parameters}: Call, url: URL): Answer => {
  const size = Math.min(100, Number(parameters.per_page ?? 30))
  const page = Number(parameters.page ?? 1)
  const link = (to: number, rel: string): string => {
    const address = new URL(url)
    address.searchParams.set('page', String(to))
    return `<${address}>; rel="${rel}"`
  }
  const last = Math.ceil(items.length / size)
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : []
  return {
    status: 200,
    body: items.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? {link: links.join(', ')} : {},
  }
}

const statusOf = ({before, after, previousPath}: File): string => {
  if (after === undefined) return 'removed'
  if (previousPath !== undefined) return 'renamed'
  return before === undefined ? 'added' : 'modified'
}

const fileBody = (file: File): object => {
  const patch = patchOf(file.before, file.after)
  const count = (sign: string): number => patch.split('\n').filter((line) => line.startsWith(sign)).length
  const address = `https://github.example/lillevik/stillinger/blob/${encodeURIComponent(file.path)}`
  return {
    ...{sha: 'b'.repeat(40), filename: file.path, status: statusOf(file)},
    ...(file.previousPath !== undefined && {previous_filename: file.previousPath}),
    ...{additions: count('+'), deletions: count('-'), changes: count('+') + count('-')},
    ...{blob_url: address, raw_url: address, contents_url: address},
    ...(patch !== '' && {patch}),
  }
}

/** The patch that GitHub shows of a file: that of git, from the first `@@` on. */
const patchOf = (before = '', after = '', context = 3): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-patch-'))
  try {
    writeFileSync(path.join(folder, 'a'), before)
    writeFileSync(path.join(folder, 'b'), after)
    const args = ['diff', '--no-index', '--no-color', '--no-ext-diff', '--text', `-U${context}`, 'a', 'b']
    try {
      execFileSync('git', args, {cwd: folder, stdio: 'pipe'})
      return ''
    } catch (error) {
      const output = String((error as {stdout: Buffer}).stdout)
      return output.slice(output.indexOf('@@')).replace(/\n$/, '')
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const textsOf = (name: string, old: readonly File[], files: readonly File[]) => ({
  before: old.find((one) => one.path === name)?.after ?? '',
  after: files.find((one) => one.path === name)?.after,
})

/** Where some lines are after a change; nothing when one of them is not the same any more. */
const moveLines = (
  before: string,
  after: string,
  start: number,
  end: number,
): {start: number; end: number} | undefined => {
  if (before === after) return {start, end}
  const moved = new Map<number, number>()
  let [from, to] = [1, 1]
  for (const line of patchOf(before, after, 100_000).split('\n').slice(1)) {
    if (line.startsWith(' ')) moved.set(from, to)
    if (/^[ -]/.test(line)) from++
    if (/^[ +]/.test(line)) to++
  }
  const [first, last] = [moved.get(start), moved.get(end)]
  return first === undefined || last === undefined || last - first !== end - start
    ? undefined
    : {start: first, end: last}
}
