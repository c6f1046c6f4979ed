import {spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {type HookName, hookNames} from '../../cli/hook/names.ts'
import {readScript, type ScriptData, scriptOf, shellPath} from '../../cli/hook/script.ts'
import {languages} from '../../cli/texts.ts'
import {bareEnvironment, git, inFolder, inRepository, run, stateOf, write} from './repository.ts'

/** Stands for utlys: tells what it was given, and ends as it is told. */
const double = `const {readFileSync} = require('node:fs')
console.log(JSON.stringify([process.argv.slice(2), readFileSync(0, 'utf8')]))
process.exitCode = Number(process.env.DOUBLE_EXIT ?? 0)
`

const data = (name: HookName, more: Partial<ScriptData> = {}): ScriptData => ({
  name,
  lang: 'nb',
  node: process.execPath,
  utlys: path.resolve("mappe 'æ $HOME/utlys.cjs"),
  options: [],
  ...more,
})

const put = (name: HookName, more: Partial<ScriptData> = {}): void => {
  const {utlys} = data(name)
  write(utlys, double)
  write(`.git/hooks/${name}`, scriptOf(data(name, more)), 0o755)
}

const commit = (env: NodeJS.ProcessEnv = bareEnvironment) => run('git', ['commit', '-qm', 'melding'], env)

const given = (name: HookName, args: readonly string[] = [], input = '') =>
  `${JSON.stringify([['hook', 'run', name, ...(name === 'pre-push' ? ['--', ...args] : [])], input])}\n`

const stage = (file: string, text = 'x'): void => {
  write(file, text)
  git('add', '--', file)
}

test('git runs it with nothing in the environment, whatever the folder is called, and its exit code counts', () => {
  inRepository()
  put('pre-commit')
  stage('a.md')
  expect(commit({...bareEnvironment, DOUBLE_EXIT: '1'})).toEqual({said: given('pre-commit'), status: 1})
  expect(commit({...bareEnvironment, DOUBLE_EXIT: '2'}).status).toBe(1)
  expect(commit()).toEqual({said: given('pre-commit'), status: 0})
})

test.each(['sh', 'dash', 'bash --posix', 'busybox sh'])('%s reads it', (shell) => {
  const [command = '', ...words] = shell.split(' ')
  if (spawnSync(command, [...words, '-c', ':']).error) return console.warn(`${shell} is not here: not tried`)
  inRepository()
  for (const name of hookNames) {
    put(name)
    expect(run(command, [...words, `.git/hooks/${name}`, 'en', 'to  tre'], bareEnvironment)).toEqual({
      said: given(name, ['en', 'to  tre']),
      status: 0,
    })
    expect(run(command, [...words, '-n', `.git/hooks/${name}`]).said).toBe('')
  }
})

test('options are passed on', () => {
  inRepository()
  put('pre-commit', {options: ['--only-changed-lines', "--baseline=a 'b'.json"]})
  stage('a.md')
  expect(JSON.parse(commit().said)[0]).toEqual([
    ...['hook', 'run', 'pre-commit', '--only-changed-lines', "--baseline=a 'b'.json"],
  ])
})

test('a hook that was there is run first, and its exit code counts', () => {
  inRepository()
  put('pre-commit')
  write('.git/hooks/pre-commit.before-utlys', '#!/bin/sh\necho først "$#"\nexit 7\n', 0o755)
  stage('a.md')
  expect(commit()).toEqual({said: 'først 0\n', status: 1})
  expect(run('.git/hooks/pre-commit', ['a b', 'c'])).toEqual({said: 'først 2\n', status: 7})
  chmodSync('.git/hooks/pre-commit.before-utlys', 0o644)
  expect(commit().said).toBe(given('pre-commit'))
})

/** A repository with somewhere to push to. */
const withRemote = (): string => {
  const remote = inFolder()
  git('init', '-q', '--bare', '-b', 'main')
  inRepository()
  git('remote', 'add', 'origin', remote)
  stage('a.md')
  git('commit', '-qm', 'første')
  return remote
}

const push = (...words: string[]) => run('git', ['push', '-q', ...words], bareEnvironment)

test('what git gives on standard input reaches both hooks', () => {
  const remote = withRemote()
  put('pre-push')
  write('.git/hooks/pre-push.before-utlys', '#!/bin/sh\necho "$@"\ncat >først\n', 0o755)
  const head = git('rev-parse', 'HEAD').trim()
  git('tag', 'v1')
  const {said, status} = push('origin', 'main', 'v1')
  const [first, second = ''] = said.split('\n')
  expect(first).toBe(`origin ${remote}`)
  const [words, input] = JSON.parse(second)
  expect(words).toEqual(['hook', 'run', 'pre-push', '--', 'origin', remote])
  expect(input).toContain(`refs/heads/main ${head} refs/heads/main ${'0'.repeat(40)}\n`)
  expect(input.split('\n')).toHaveLength(3)
  expect(readFileSync('først', 'utf8')).toBe(input)
  expect(status).toBe(0)
})

test('a hook that does not read what it is given does not stop the other, however much there is', () => {
  inRepository()
  put('pre-push')
  write('.git/hooks/pre-push.before-utlys', '#!/bin/sh\nexec <&-\nexit 0\n', 0o755)
  const input = `refs/heads/æ ${'1'.repeat(40)} refs/heads/æ ${'2'.repeat(40)}\n`.repeat(5000)
  expect(run('.git/hooks/pre-push', ['origin', 'x'], bareEnvironment, input)).toEqual({
    said: given('pre-push', ['origin', 'x'], input),
    status: 0,
  })
})

test('a hook that was there and says no stops the push', () => {
  withRemote()
  put('pre-push')
  write('.git/hooks/pre-push.before-utlys', '#!/bin/sh\nexit 3\n', 0o755)
  expect(push('origin', 'main').status).toBe(1)
  expect(git('ls-remote', 'origin')).toBe('')
})

/** Puts the double where npm would, as a command named «utlys». */
const asCommand = (folder: string, says: string): void => {
  write(
    path.join(folder, 'utlys'),
    `#!/usr/bin/env node\nconsole.log('${says}', ...process.argv.slice(2))\n`,
    0o755,
  )
}

/** A folder with a link to Node.js and, when wanted, one to git, so that the path holds nothing else. */
const nodeFolder = (): string => {
  const folder = path.resolve('programmer')
  mkdirSync(folder)
  symlinkSync(process.execPath, path.join(folder, 'node'))
  return folder
}

test('when utlys is no longer where it was, it is that of the repository, else that of the path', () => {
  inRepository()
  put('pre-commit', {utlys: '/finnes/ikke/utlys.js'})
  asCommand('node_modules/.bin', 'lageret')
  asCommand('på stien', 'stien')
  stage('a.md')
  const env = {...bareEnvironment, PATH: `${path.resolve('på stien')}:/usr/bin:/bin`}
  expect(commit(env).said).toBe('lageret hook run pre-commit\n')
  rmSync('node_modules', {recursive: true})
  stage('b.md')
  expect(commit(env).said).toBe('stien hook run pre-commit\n')
})

test('when Node.js is no longer where it was, it is that of the path, else of a place where it usually is', () => {
  const folder = inRepository()
  put('pre-commit', {node: '/finnes/ikke/node'})
  stage('a.md')
  const programs = nodeFolder()
  const env = {...bareEnvironment, PATH: `${programs}:/usr/bin:/bin`}
  expect(commit(env).said).toBe(given('pre-commit'))
  stage('b.md')
  mkdirSync('.volta')
  symlinkSync(programs, '.volta/bin')
  expect(run('.git/hooks/pre-commit', [], {...bareEnvironment, HOME: folder}).said).toBe(given('pre-commit'))
})

/** Without node, wherever this machine has it. */
const withoutNode = (name: HookName): string =>
  scriptOf(data(name, {node: '/finnes/ikke/node', utlys: '/finnes/ikke/utlys.cjs'}))
    .replace(/^for place in .*; do$/m, 'for place in; do')
    .replace('/usr/bin:/bin', `'${path.resolve('tomt')}'`)

/** Git and nothing else, since node may lie beside it. */
const onlyGit = (): NodeJS.ProcessEnv => {
  const folder = path.resolve('tomt')
  mkdirSync(folder)
  for (const program of ['git', 'sh', 'cat'])
    symlinkSync(run('sh', ['-c', `command -v ${program}`]).said.trim(), path.join(folder, program))
  return {PATH: folder}
}

test('without utlys or Node.js, what may be an ad is stopped, and all else is let through', () => {
  inRepository()
  const env = onlyGit()
  write('.git/hooks/pre-commit', withoutNode('pre-commit'), 0o755)
  stage('program.js')
  expect(commit(env)).toEqual({said: '', status: 0})
  stage('stillinger/vår stilling æ.MD')
  const {said, status} = commit(env)
  expect(said).toMatch(/^utlys: Fant ikke Node\.js eller utlys.*«git commit --no-verify».*\n$/)
  expect(status).toBe(1)
  expect(run('git', ['commit', '-qnm', 'likevel'], env)).toEqual({said: '', status: 0})
  git('rm', '-q', '--cached', 'stillinger/vår stilling æ.MD')
  expect(commit(env)).toEqual({said: '', status: 0})
})

test('without utlys or Node.js, nothing is pushed', () => {
  withRemote()
  const env = onlyGit()
  write('.git/hooks/pre-push', withoutNode('pre-push'), 0o755)
  expect(run('.git/hooks/pre-push', ['origin', 'x'], env, 'a 1 b 2\n')).toMatchObject({
    status: 1,
    said: expect.stringContaining('«git push --no-verify»'),
  })
  expect(run('.git/hooks/pre-push', ['origin', 'x'], env)).toEqual({said: '', status: 0})
})

test('what a hook was written from is read from it again', () => {
  for (const lang of languages)
    for (const name of hookNames)
      for (const options of [
        [],
        ['--baseline'],
        ['--baseline=a \'b\' -- "c".json', '--only-changed-lines'],
      ]) {
        const {node, utlys} = data(name, {node: "/sti med 'æ/node"})
        const text = scriptOf(data(name, {lang, options, node: "/sti med 'æ/node"}))
        expect(readScript(text)).toEqual({version: 1, node, utlys, options})
        expect(text).not.toMatch(/\r|\{[a-z]+\}/)
      }
})

test.each(['', '#!/bin/sh\nexit 0\n', '#!/bin/sh\n# utlys: sjekker\n', '#!/bin/sh\necho\n# utlys-hook 1\n'])(
  'another hook is not taken for ours: %j',
  (text) => expect(readScript(text)).toBeUndefined(),
)

test('a path of Windows is written as the shell there has it', () => {
  expect(shellPath('C:\\Program Files\\nodejs\\node.exe', '\\')).toBe('/c/Program Files/nodejs/node.exe')
  expect(shellPath('/usr/a\\b', '/')).toBe('/usr/a\\b')
})

test('a hook that is killed leaves no file behind', () => {
  inRepository()
  put('pre-commit')
  writeFileSync(data('pre-commit').utlys, 'process.kill(process.pid, "SIGKILL")')
  stage('a.md')
  const before = stateOf('.git/hooks')
  expect(commit().status).not.toBe(0)
  expect(stateOf('.git/hooks')).toEqual(before)
})
