import {afterEach, expect, test} from 'vitest'
import {git} from '../git/repository.ts'
import {GitHubStandIn} from './github-api.ts'
import {inPull} from './pull.ts'
import {buildsAction, runAction} from './run-action.ts'

buildsAction()

const name = 'stillinger/renholder.md'
const before = `# Renholder

Lillevik kommune søker renholder i fast stilling, 100 %.
`
const after = `${before}
Du må være ung og sprek.
`

let api: GitHubStandIn
afterEach(() => api.close())

/** The step on a pull request that adds a line to an ad. */
const run = async () => {
  const payload = inPull({[name]: before}, {[name]: after})
  api = await GitHubStandIn.start([{path: name, before, after}])
  api.headSha = payload.pull_request.head.sha
  return () =>
    runAction({
      event: 'pull_request',
      payload,
      inputs: {comments: 'true', token: api.token},
      env: {
        GITHUB_API_URL: api.url,
        GITHUB_REPOSITORY: api.repository,
        GITHUB_SHA: git('rev-parse', 'HEAD').trim(),
      },
    })
}

test('with a token that may write, findings become comments and need no annotation', async () => {
  const start = await run()
  const {log, annotations} = await start()
  expect(log).toContain('Kommentarer på pull requesten: ')
  expect(log).not.toContain(api.token)
  expect(api.reviews).toHaveLength(1)
  const commented = api.comments.map(({line, body}) => `${line} ${/\((.+)\)\*\*/.exec(body)?.[1]}`)
  expect(commented).toContain('5 inkludering/alder')
  expect(annotations.map(({properties}) => properties.title).join()).not.toContain('inkludering/alder')

  await start()
  expect(api.reviews).toHaveLength(1)
  expect(api.comments).toHaveLength(commented.length)
})

test('from a fork, the annotations are there instead', async () => {
  const start = await run()
  api.permission = 'read'
  const {log, annotations} = await start()
  expect(api.comments).toEqual([])
  expect(log).toContain('Tokenet har ikke lov til å skrive dem.')
  expect(annotations.map(({properties}) => properties.title).join()).toContain('inkludering/alder')
})
