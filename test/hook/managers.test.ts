import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {git, hook, inFolder, inRepository, run, stateOf, write} from './repository.ts'

test.each([
  ['husky', '.husky/pre-commit', 'npm test\n'],
  ['husky', 'package.json', '{"devDependencies": {"husky": "^9"}}'],
  ['lefthook', 'lefthook.yml', ''],
  ['lefthook', '.config/lefthook.yml', ''],
  ['lefthook', '.git/hooks/pre-commit', '#!/bin/sh\nif [ "$LEFTHOOK" = "0" ]; then exit 0; fi\n'],
  ['lint-staged', 'package.json', '{"lint-staged": {}}'],
  ['lint-staged', '.lintstagedrc.json', '{}'],
  ['simple-git-hooks', 'package.json', '{"simple-git-hooks": {}}'],
  ['pre-commit', '.pre-commit-config.yaml', 'repos: []\n'],
])('%s is known by %s, and nothing is written', (manager, file, text) => {
  inRepository()
  write(file, text, 0o755)
  const before = stateOf('.git/hooks')
  const {said, status} = hook('install')
  expect(said).toContain(`${manager} styrer hookene her. Ingenting er skrevet.\n`)
  expect(said).toMatch(/^Legg dette (?:i|under «\S+» i) \S+:\n\n {2}/m)
  expect(status).toBe(1)
  expect(stateOf('.git/hooks')).toEqual(before)
  expect(hook('status')).toMatchObject({
    status: 1,
    said: expect.stringContaining(`${manager} styrer hookene her, og kjører ikke utlys før pre-commit.`),
  })
})

test('--force installs it all the same, and uninstall takes it away', () => {
  inRepository({'lefthook.yml': ''})
  expect(hook('install', '--force').said).toBe('La inn .git/hooks/pre-commit\n')
  expect(hook('status').status).toBe(0)
  hook('uninstall')
  expect(existsSync('.git/hooks/pre-commit')).toBe(false)
})

test('the folder of husky may have another name, and its hooks ask what they are called', () => {
  inRepository({'.config/husky/_/pre-commit': '#!/usr/bin/env sh\n. "$(dirname "$0")/h"'})
  git('config', 'core.hooksPath', '.config/husky/_')
  expect(hook('install').said).toContain('Legg dette i .config/husky/pre-commit:')
  expect(hook('install', '--force')).toMatchObject({
    status: 2,
    said: expect.stringContaining('Ingenting er endret.'),
  })
})

test('a file of its own holds the lines as they are, and one that has them already is enough', () => {
  inRepository({'.lintstagedrc.json': '{}'})
  expect(hook('install').said).toContain('Legg dette i .lintstagedrc.json:')
  write('.lintstagedrc.json', '{"*.md": "utlys check"}')
  expect(hook('install')).toEqual({
    said: 'lint-staged styrer hookene her. Ingenting er skrevet.\nlint-staged kjører utlys før pre-commit, etter det som står i .lintstagedrc.json.\n',
    status: 0,
  })
  expect(hook('install', '--pre-push')).toMatchObject({status: 1, said: expect.stringContaining('--force')})
})

test('options stand in the lines', () => {
  inRepository({'lefthook.yml': ''})
  expect(hook('install', '--only-changed-lines', '--baseline').said).toContain(
    'run: npx --no-install utlys hook run pre-commit --only-changed-lines --baseline\n',
  )
})

/**
 * A folder where `npm install husky lefthook lint-staged simple-git-hooks` has been run: they are no part of this
 * project, and each wants to change the hooks of the repository that it is installed in.
 */
const installed = process.env.UTLYS_HOOK_MANAGERS

const isThere = (manager: string): boolean =>
  manager === 'pre-commit'
    ? spawnSync('pre-commit', ['--version']).status === 0
    : installed !== undefined && existsSync(path.join(installed, 'node_modules', manager))

/** The lines that «utlys hook install» tells a person to write. */
const linesFor = (...words: string[]): string => {
  const {said} = hook('install', ...words)
  const [, lines] = /^Legg dette .*:\n\n((?: {2}.*\n)+)/m.exec(said) ?? []
  return lines!.replaceAll(/^ {2}/gm, '')
}

const double = `#!/usr/bin/env node
const input = require('node:fs').readFileSync(0, 'utf8')
require('node:fs').appendFileSync('../kall', JSON.stringify([process.argv.slice(2), input]) + '\\n')
console.log('utlys sier nei')
process.exitCode = 1
`

const asObject = (lines: string): Record<string, string> => JSON.parse(`{${lines}}`)

/** How a person does as told: the lines for both hooks in their place, and the command after it. */
const obey: Record<string, () => void> = {
  husky() {
    run('npx', ['--no-install', 'husky'])
    for (const name of ['pre-commit', 'pre-push']) write(`.husky/${name}`, linesFor(`--${name}`))
  },
  lefthook() {
    write('lefthook.yml', linesFor('--pre-commit') + linesFor('--pre-push'))
    run('npx', ['--no-install', 'lefthook', 'install'])
  },
  'simple-git-hooks'() {
    const hooks = {...asObject(linesFor('--pre-commit')), ...asObject(linesFor('--pre-push'))}
    write('package.json', JSON.stringify({'simple-git-hooks': hooks}))
    run('npx', ['--no-install', 'simple-git-hooks'])
  },
  'pre-commit'() {
    const {said} = run('pre-commit', ['--version'])
    const isOld = /^pre-commit (?:[0-2]|3\.[01])\./.test(said)
    const lines = linesFor('--pre-commit') + linesFor('--pre-push')
    write(
      '.pre-commit-config.yaml',
      `repos:\n${lines.replace('[pre-push]', isOld ? '[push]' : '[pre-push]')}`,
    )
    git('add', '.pre-commit-config.yaml')
    run('pre-commit', ['install', '--hook-type', 'pre-commit', '--hook-type', 'pre-push'])
  },
}

const signs: Record<string, [string, string]> = {
  husky: ['package.json', '{"devDependencies": {"husky": "*"}}'],
  lefthook: ['lefthook.yml', ''],
  'simple-git-hooks': ['package.json', '{"simple-git-hooks": {}}'],
  'pre-commit': ['.pre-commit-config.yaml', 'repos: []\n'],
  'lint-staged': ['package.json', '{"lint-staged": {}}'],
}

const calls = (): [string[], string][] => {
  if (!existsSync('../kall')) return []
  const lines = readFileSync('../kall', 'utf8').trim().split('\n')
  rmSync('../kall')
  return lines.map((line) => JSON.parse(line))
}

/** A repository with a program that manages its hooks, and with something to push. */
const inManaged = (manager: string): void => {
  inFolder()
  git('init', '-q', '--bare', '-b', 'main', 'tjener.git')
  git('init', '-q', '-b', 'main', 'lager')
  process.chdir('lager')
  git('config', 'user.name', 'Lillevik')
  git('config', 'user.email', 'post@example.com')
  git('remote', 'add', 'origin', '../tjener.git')
  write('.gitignore', 'node_modules\n')
  write(...signs[manager]!)
  write('node_modules/.bin/utlys', double, 0o755)
  if (installed !== undefined && manager !== 'pre-commit') {
    for (const within of ['.', '.bin'])
      for (const one of readdirSync(path.join(installed, 'node_modules', within)))
        if (one !== '.bin')
          symlinkSync(
            path.join(installed, 'node_modules', within, one),
            path.join('node_modules', within, one),
          )
  }
}

const commit = () => run('git', ['commit', '-qm', 'melding'])

test.each(Object.keys(obey))('%s runs what it is told to, before a commit and a push', (name) => {
  if (!isThere(name)) return console.warn(`${name} is not here: not tried`)
  inManaged(name)
  obey[name]!()
  write('stillinger/a.md', 'x')
  git('add', '.')
  expect(commit()).toMatchObject({status: 1, said: expect.stringContaining('utlys sier nei')})
  expect(calls().map(([words]) => words)).toEqual([['hook', 'run', 'pre-commit']])
  git('commit', '-qnm', 'likevel')
  const head = git('rev-parse', 'HEAD').trim()
  expect(run('git', ['push', '-q', 'origin', 'main']).status).toBe(1)
  const [words, input] = calls().find(([given]) => given.includes('pre-push')) ?? []
  expect(words?.slice(0, 4)).toEqual(['hook', 'run', 'pre-push', '--'])
  expect(words?.slice(4)).toEqual(['origin', '../tjener.git'])
  expect(input).toMatch(new RegExp(`^refs/heads/main ${head} refs/heads/main [0-9a-f]{40}\n$`))
  expect(hook('status').status).toBe(0)
  expect(hook('install')).toMatchObject({
    status: 0,
    said: expect.stringContaining('kjører utlys før pre-commit'),
  })
})

test('lint-staged hands the ads to utlys', () => {
  if (!isThere('lint-staged')) return console.warn('lint-staged is not here: not tried')
  inManaged('lint-staged')
  writeFileSync('package.json', JSON.stringify({'lint-staged': asObject(linesFor())}))
  write('.git/hooks/pre-commit', '#!/bin/sh\nexec npx --no-install lint-staged\n', 0o755)
  for (const file of ['stillinger/under/æ b.md', 'LES MEG.md', 'stillinger/a.js']) write(file, 'x')
  git('add', '.')
  expect(commit().said).toContain('utlys sier nei')
  expect(calls()).toEqual([[['check', path.resolve('stillinger/under/æ b.md')], '']])
  expect(hook('status').status).toBe(0)
})
