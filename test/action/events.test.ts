import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {ad, badAd, badLine, besides, git, goodAd, inRepository, lastLine, write} from '../git/repository.ts'
import {readCommands} from '../report/runner.ts'
import {inForked, inPull, pullEvent, sha} from './pull.ts'
import {type ActionRun, buildsAction, runAction} from './run-action.ts'

buildsAction()

const before = `${badLine}${goodAd}`
const after = `${before}${badLine}`

/** The lines of the errors that are annotated; `before` has one that is old, on line 1. */
const lines = ({annotations}: ActionRun): string[] =>
  annotations
    .filter(({command, properties}) => command === 'error' && properties.title !== 'utlys')
    .map(({properties, message}) => {
      const [, all] = /\(linje ([\d, ]+)\)/.exec(message) ?? []
      return all === undefined ? properties.line! : `${properties.line} of ${all}`
    })

const onlyNew = [String(lastLine + 1)]
const oldAndNew = [`1 of 1, ${lastLine + 1}`]

const notes = ({annotations}: ActionRun): string[] =>
  annotations
    .filter(({command, properties}) => command === 'notice' && properties.title === 'utlys')
    .map(({message}) => message)

const zeros = '0'.repeat(40)

test('pull_request: the merge that GitHub has made is compared with the branch to merge into', async () => {
  const payload = inPull({[ad]: before, 'stillinger/annen.md': goodAd}, {[ad]: after})
  const run = await runAction({event: 'pull_request', payload})
  expect([lines(run), notes(run), run.outputs.files]).toEqual([onlyNew, [], '1'])
})

test('pull_request with its own branch checked out: what has come since the branches parted', async () => {
  inForked({[ad]: before}, {[ad]: after})
  git('checkout', '-q', 'main')
  write('stillinger/annen.md', badAd)
  git('add', '.')
  git('commit', '-q', '--no-verify', '-m', 'noe annet')
  git('checkout', '-q', 'forslag')
  const run = await runAction({event: 'pull_request', payload: pullEvent()})
  expect([lines(run), notes(run), run.outputs.files]).toEqual([onlyNew, [], '1'])
})

test('pull_request_target with its branch fetched as data, and with the main branch only', async () => {
  inForked({[ad]: before}, {[ad]: after})
  const payload = pullEvent()
  expect(lines(await runAction({event: 'pull_request_target', payload}))).toEqual(onlyNew)
  git('checkout', '-q', 'main')
  const main = await runAction({event: 'pull_request_target', payload})
  expect(notes(main)).toEqual([
    expect.stringMatching(/^Det er grenen som det skal flettes inn i, som er hentet\./),
  ])
  expect(main.outputs).toMatchObject({files: '0'})
})

test('push: what has come since the last one', async () => {
  inForked({[ad]: before}, {[ad]: after})
  const payload = {ref: 'refs/heads/forslag', before: sha('main'), after: sha('forslag')}
  expect(lines(await runAction({event: 'push', payload}))).toEqual(onlyNew)
})

test('the first push of a branch: what has come since it left the main branch', async () => {
  inForked({[ad]: before}, {[ad]: after})
  git('update-ref', 'refs/remotes/origin/main', 'main')
  const payload = {ref: 'refs/heads/forslag', before: zeros, repository: {default_branch: 'main'}}
  expect(lines(await runAction({event: 'push', payload}))).toEqual(onlyNew)
})

test('the first push of the main branch, and of a tag: all ads', async () => {
  inForked({[ad]: before}, {[ad]: after})
  for (const ref of ['refs/heads/main', 'refs/tags/v1']) {
    const payload = {ref, before: zeros, repository: {default_branch: 'main'}}
    const run = await runAction({event: 'push', payload})
    expect([lines(run), notes(run)]).toEqual([oldAndNew, []])
  }
})

test('merge_group: what the group brings', async () => {
  inForked({[ad]: before}, {[ad]: after})
  const payload = {merge_group: {base_sha: sha('main'), head_sha: sha('forslag')}}
  expect(lines(await runAction({event: 'merge_group', payload}))).toEqual(onlyNew)
})

test.each(['workflow_dispatch', 'schedule', 'release'])('%s: all ads', async (event) => {
  inForked({[ad]: before}, {[ad]: after})
  const run = await runAction({event})
  expect([lines(run), notes(run)]).toEqual([oldAndNew, []])
  expect(run.log).toContain('Sjekker alle annonsene.')
})

/** Leaves the repository for a clone of its last commit only, as actions/checkout makes it. */
const inShallowClone = (): void => {
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const origin = process.cwd()
  const clone = besides('klone')
  git('clone', '-q', '--depth=1', '--no-local', pathToFileURL(origin).href, clone)
  process.chdir(clone)
}

test('a shallow clone fetches the one commit that it lacks', async () => {
  const payload = inPull({[ad]: before}, {[ad]: after})
  git('branch', '-f', 'fletting')
  git('checkout', '-q', 'fletting')
  inShallowClone()
  const run = await runAction({event: 'pull_request', payload})
  expect([lines(run), notes(run)]).toEqual([onlyNew, []])
  expect(git('log', '--oneline').trim().split('\n')).toHaveLength(1)
})

test('a shallow clone of a new branch fetches the main branch', async () => {
  inForked({[ad]: before}, {[ad]: after})
  inShallowClone()
  const payload = {ref: 'refs/heads/forslag', before: zeros, repository: {default_branch: 'main'}}
  const run = await runAction({event: 'push', payload})
  expect([lines(run), notes(run)]).toEqual([onlyNew, []])
})

test('a shallow clone that cannot fetch takes all lines for changed, and says so once', async () => {
  const payload = inPull({[ad]: before, 'stillinger/annen.md': badAd}, {[ad]: after})
  git('branch', '-f', 'fletting')
  git('checkout', '-q', 'fletting')
  inShallowClone()
  git('remote', 'set-url', 'origin', besides('borte'))
  const run = await runAction({event: 'pull_request', payload})
  expect(notes(run)).toEqual([expect.stringContaining('«fetch-depth: 0»')])
  expect(run.outputs.files).toBe('2')
  expect(lines(run)).toEqual([String(lastLine), ...oldAndNew])
})

test('a push whose last commit is gone', async () => {
  inForked({[ad]: before}, {[ad]: after})
  const payload = {ref: 'refs/heads/forslag', before: 'a'.repeat(40)}
  const run = await runAction({event: 'push', payload})
  expect([notes(run).length, lines(run)]).toEqual([1, oldAndNew])
})

test('a working copy that belongs to somebody else, as in a container', async () => {
  const payload = inPull({[ad]: before}, {[ad]: after})
  const env = {GIT_TEST_ASSUME_DIFFERENT_OWNER: 'true'}
  const run = await runAction({event: 'pull_request', payload, env})
  expect([lines(run), notes(run)]).toEqual([onlyNew, []])
})

test('the working copy stays as it is', async () => {
  const payload = inPull({[ad]: before}, {[ad]: after})
  const status = () => [git('status', '--porcelain'), git('log', '--format=%H'), readFileSync(ad, 'utf8')]
  const was = status()
  await runAction({event: 'pull_request', payload})
  expect(status()).toEqual(was)
})

const command = '; touch kapret #'
const hostile: [string, string, unknown][] = [
  ['no JSON', 'pull_request', '{'],
  ['null', 'pull_request', 'null'],
  ['a list', 'push', []],
  [
    'a sha that is an option',
    'pull_request',
    {pull_request: {number: 1, base: {sha: '--output=kapret'}, head: {sha: zeros}}},
  ],
  ['a sha that is a command', 'push', {ref: 'refs/heads/x', before: `$(touch kapret)${command}`}],
  [
    'a main branch that is an option',
    'push',
    {ref: 'refs/heads/x', before: zeros, repository: {default_branch: '--upload-pack=touch kapret'}},
  ],
  [
    'a main branch that leads elsewhere',
    'push',
    {ref: 'refs/heads/x', before: zeros, repository: {default_branch: '../../heads/x'}},
  ],
  ['a merge group without a base', 'merge_group', {merge_group: {base_sha: {toString: 1}}}],
  [
    'a pull request with a number that is none',
    'pull_request',
    {pull_request: {number: '1/../2', base: {sha: zeros}, head: {sha: zeros}}},
  ],
]

test.each(hostile)('an event with %s is not believed', async (_what, event, payload) => {
  inRepository({[ad]: goodAd})
  git('add', '.')
  git('commit', '-q', '-m', 'før')
  const run = await runAction({event, payload})
  expect(notes(run)).toEqual([
    'Kan ikke lese hva som utløste kjøringen. Alle linjer i annonsene regnes som endret.',
  ])
  expect(run).toMatchObject({status: 0, outputs: {files: '1'}})
  expect(git('status', '--porcelain')).toBe('')
})

test('what people write in an event is nowhere in what is printed', async () => {
  const words = '::error::kapret %0A::set-output name=ready::true\n::stop-commands::x'
  const payload = inPull({[ad]: before}, {[ad]: after})
  Object.assign(payload.pull_request, {title: words, body: words})
  Object.assign(payload.pull_request.head, {ref: words, label: words})
  const run = await runAction({event: 'pull_request', payload})
  expect(lines(run)).toEqual(onlyNew)
  expect(run.log + run.summary + JSON.stringify(run.outputs)).not.toContain('kapret')
})

test('names and words of ads command nothing', async () => {
  const names = [
    'stillinger/a\n::error::kapret.md',
    'stillinger/%0A::warning::b.md',
    'stillinger/##[error]c,line=9.md',
  ]
  const words = '\n\n::error::kapret\n##[error]kapret\n::stop-commands::x\n%0A::error::kapret\n'
  const bad = `# ::error::kapret%0A::error::kapret\n\n${badLine}${words}`
  const payload = inPull({}, Object.fromEntries(names.map((name) => [name, bad])))
  const run = await runAction({event: 'pull_request', payload})
  expect(run.outputs.files).toBe('3')
  expect(run.annotations.filter(({message}) => message.startsWith('kapret'))).toEqual([])
  const own = ['error', 'warning', 'notice', 'group', 'endgroup']
  expect(readCommands(run.log).filter(({command}) => !own.includes(command))).toEqual([])
  expect(run.log).not.toMatch(/^\s*::\w+[^:]*::kapret/m)
  expect(Object.keys(run.outputs)).toEqual([
    'files',
    'errors',
    'warnings',
    'infos',
    'waived',
    'known',
    'ready',
    'report',
  ])
})

test('of 500 ads with 2000 findings and more the room is kept, and every finding counted', {
  timeout: 120_000,
}, async () => {
  inRepository()
  const lines = Array.from({length: 4}, (_, i) => `Du er mellom ${20 + i} og ${30 + i} år.\n\n`).join('')
  for (let i = 0; i < 500; i++) writeFileSync(path.join('.', `annonse-${i}.md`), `${goodAd}${lines}`)
  const run = await runAction({inputs: {paths: '*.md', 'fail-on': 'error', language: 'en'}})
  const count = (kind: string) => run.annotations.filter((one) => one.command === kind).length
  expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
  const {errors, warnings, infos} = run.outputs
  expect(Number(errors)).toBe(2000)
  const shown = run.annotations
    .filter(({properties}) => properties.title !== 'utlys')
    .reduce((sum, {message}) => sum + Number(/has (\d+) findings/.exec(message)?.[1] ?? 1), 0)
  const left = Number(/room to annotate: (\d+)/.exec(run.log)![1])
  expect(shown + left).toBe([errors, warnings, infos].reduce((sum, n) => sum + Number(n), 0))
  expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(1024 * 1024)
  expect(run.annotations.at(-1)!.message).toMatch(/^500 files: 2000 errors/)
})
