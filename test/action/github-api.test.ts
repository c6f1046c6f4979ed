import {afterEach, beforeEach, expect, test} from 'vitest'
import {GitHubStandIn} from './github-api.ts'

let api: GitHubStandIn
beforeEach(async () => {
  const lines = Array.from({length: 20}, (_, i) => `linje ${i + 1}\n`)
  const after = lines.with(9, 'ny linje\n').join('')
  api = await GitHubStandIn.start([{path: 'annonse.md', before: lines.join(''), after}])
})
afterEach(async () => {
  api.flaws.length = 0
  await api.close()
})

const send = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${api.url}/repos/${api.repository}/pulls/${path}`, {
    method,
    headers: {authorization: `token ${api.token}`},
    ...(body && {body: JSON.stringify(body)}),
  })

const reviewAt = (place: object) =>
  send('POST', '12/reviews', {
    ...{event: 'COMMENT', body: 'Hei', commit_id: api.headSha},
    comments: [{path: 'annonse.md', body: 'Her', side: 'RIGHT', ...place}],
  })

test.each([
  ['a line that is changed', {line: 10}, 200],
  ['three lines from it', {line: 13}, 200],
  ['farther away', {line: 14}, 422],
  ['several lines', {start_line: 7, line: 13}, 200],
  ['several lines, of which the first is too far away', {start_line: 6, line: 10}, 422],
  ['the same line twice', {start_line: 10, line: 10}, 422],
])('a comment on %s', async (_where, place, status) => {
  expect((await reviewAt(place)).status).toBe(status)
  expect(api.comments).toHaveLength(status === 200 ? 1 : 0)
  expect(api.flaws).toEqual([])
})

test.each([
  ['a parameter that there is not', () => send('GET', '12/comments?per-page=100')],
  ['a number that is none', () => send('GET', 'tolv')],
  ['a wrong kind of value', () => reviewAt({line: '10'})],
  ['a part of the body that there is not', () => send('PUT', '12/reviews/1', {body: 'x', event: 'COMMENT'})],
  ['something missing', () => send('PUT', '12/reviews/1', {})],
  ['another operation', () => send('GET', '12/commits')],
])('the description does not allow %s', async (_what, request) => {
  await request()
  expect(api.flaws).toHaveLength(1)
})
