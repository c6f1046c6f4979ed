import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {ad, badAd, goodAd, inRepository, lastLine} from '../git/repository.ts'
import {type File, GitHubStandIn} from './github-api.ts'
import {inPull, sha} from './pull.ts'
import {type ActionRun, actionFolder, buildsAction, manifest, runAction} from './run-action.ts'

buildsAction()

const warned = 'Du må være ung og sprek.\n'
const after = `${badAd}\n${warned}`
const files: File[] = [{path: ad, before: goodAd, after}]

const annotated = ({annotations}: ActionRun): string[] =>
  annotations
    .filter(({properties}) => properties.title !== 'utlys')
    .map(({command, properties}) => `${command} ${properties.line}`)

const notices = ({annotations}: ActionRun): string[] =>
  annotations
    .filter(({command, properties}) => command === 'notice' && properties.title === 'utlys')
    .map(({message}) => message)

/** The same pull request on disk and at GitHub. */
const open = async (permission: 'read' | 'write') => {
  const payload = inPull({[ad]: goodAd}, {[ad]: after})
  const api = await GitHubStandIn.start(files)
  api.permission = permission
  api.headSha = sha('forslag')
  const run = (changes: Record<string, string> = {}) =>
    runAction({
      event: 'pull_request',
      payload,
      inputs: {comments: 'true', token: api.token, ...changes},
      env: {GITHUB_API_URL: api.url},
    })
  return {api, run}
}

test('with comments, only what has none is annotated, and a second run repeats nothing', async () => {
  const {api, run} = await open('write')
  const first = await run()
  const lines = api.comments.map(({line}) => line)
  expect(lines).toContain(lastLine)
  expect(annotated(first)).not.toContain(`error ${lastLine}`)
  expect(notices(first)).toEqual([])
  expect(first.status).toBe(1)
  const again = await run()
  expect(api.comments.map(({line}) => line)).toEqual(lines)
  expect(annotated(again)).toEqual(annotated(first))
  expect(first.log + again.log).not.toContain(api.token)
  await api.close()
})

test('a pull request from a fork, whose token may only read, gets annotations and one notice', async () => {
  const {api, run} = await open('read')
  const forked = await run()
  expect(api.comments).toEqual([])
  expect(notices(forked)).toHaveLength(1)
  expect(annotated(forked)).toContain(`error ${lastLine}`)
  await api.close()
})

test('without being asked for, nothing is sent', async () => {
  const {api, run} = await open('write')
  const quiet = await run({comments: 'false'})
  expect([api.requests, notices(quiet)]).toEqual([[], []])
  const tokenless = await run({token: ''})
  expect(api.requests).toEqual([])
  expect(notices(tokenless)).toEqual([expect.stringMatching(/^Kommentarer krever et token\./)])
  await api.close()
})

test('an API that cannot be reached keeps nothing back', async () => {
  const payload = inPull({[ad]: goodAd}, {[ad]: after})
  const inputs = {comments: 'true', token: 'x'}
  const run = await runAction({
    event: 'pull_request',
    payload,
    inputs,
    env: {GITHUB_API_URL: 'http://127.0.0.1:9'},
  })
  expect(notices(run)).toHaveLength(1)
  expect(annotated(run)).toContain(`error ${lastLine}`)
  expect(run.status).toBe(1)
})

test('outside a pull request there is nothing to comment on', async () => {
  inRepository({[ad]: goodAd})
  const run = await runAction({inputs: {comments: 'true'}})
  expect(notices(run)).toEqual([])
  expect(run.log).toMatch(/^Kommentarer kan bare skrives i en pull-forespørsel\./m)
})

test('the action is one file without React, Ink or the parts of the toolkit that it does not use', () => {
  const folder = path.join(actionFolder(), path.dirname(manifest.runs.main))
  expect(readdirSync(folder).sort()).toEqual(['THIRD-PARTY.txt', 'index.js', 'package.json'])
  const code = readFileSync(path.join(folder, 'index.js'), 'utf8')
  expect(code).not.toMatch(/react\.element|react-reconciler|yoga|undici/i)
  expect(code.length).toBeLessThan(4_000_000)
})
