import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {git, hook, hookWith, inFolder, inRepository, stateOf, write} from './repository.ts'

const preCommit = '.git/hooks/pre-commit'
const marker = '#!/bin/sh\n# utlys-hook 1\n'
const odd = Buffer.from([...Buffer.from('#!/bin/sh\r\n# '), 0xff, 0xfe, ...Buffer.from('\nexit 0')])

test('a hook is installed, once, and taken away again', () => {
  inRepository()
  const before = stateOf('.git/hooks')
  expect(hook('install', '--dry-run')).toEqual({said: `Ville ha lagt inn ${preCommit}\n`, status: 0})
  expect(stateOf('.git/hooks')).toEqual(before)
  expect(hook('install')).toEqual({said: `La inn ${preCommit}\n`, status: 0})
  expect(readFileSync(preCommit, 'utf8')).toContain(marker)
  expect(readFileSync(preCommit, 'utf8')).not.toContain('\r')
  expect(statSync(preCommit).mode & 0o111).toBe(0o111)
  const installed = stateOf('.git/hooks')
  expect(hook('install')).toEqual({said: `${preCommit} er på plass fra før.\n`, status: 0})
  expect(stateOf('.git/hooks')).toEqual(installed)
  expect(hook('uninstall', '--dry-run', '--pre-commit').said).toBe(`Ville ha tatt bort ${preCommit}\n`)
  expect(stateOf('.git/hooks')).toEqual(installed)
  expect(hook('uninstall', '--pre-commit')).toEqual({said: `Tok bort ${preCommit}\n`, status: 0})
  expect(stateOf('.git/hooks')).toEqual(before)
  expect(hook('uninstall', '--pre-commit').said).toContain('Ingenting er endret.')
})

test('both hooks, in the language that was asked for', () => {
  inRepository()
  hook('install', '--pre-commit', '--pre-push', '--lang', 'nn')
  for (const name of ['pre-commit', 'pre-push'])
    expect(readFileSync(`.git/hooks/${name}`, 'utf8')).toContain('utlys: Fann ikkje Node.js')
  hook('uninstall', '--pre-push')
  expect(stateOf('.git/hooks').map((line) => line.split(' ')[0])).toEqual(['pre-commit'])
})

test.each([
  ['executable', odd, 0o750],
  ['not executable', odd, 0o600],
  ['empty', '', 0o755],
] as const)('a hook that is there and %s comes back byte for byte', (_what, text, mode) => {
  inRepository()
  write(preCommit, text, mode)
  const before = stateOf('.git/hooks')
  expect(hook('install').said).toContain('heter nå pre-commit.before-utlys')
  expect(hook('install').said).toContain('er på plass fra før')
  expect(hook('uninstall', '--pre-commit').said).toContain('satte hooken som var der før, tilbake')
  expect(stateOf('.git/hooks')).toEqual(before)
})

test('a hook that is a link comes back as one, and the file that it leads to is not touched', () => {
  inRepository({'skript/sjekk.sh': '#!/bin/sh\nexit 0\n'})
  symlinkSync('../../skript/sjekk.sh', preCommit)
  const before = [...stateOf('.git/hooks'), ...stateOf('skript')]
  hook('install')
  expect(stateOf('skript')).toEqual(before.slice(1))
  hook('uninstall')
  expect([...stateOf('.git/hooks'), ...stateOf('skript')]).toEqual(before)
})

test('a hook of another version, with other options or without its mark of being executable is renewed', () => {
  inRepository()
  write(preCommit, '#!/bin/sh\nexit 0\n', 0o755)
  hook('install')
  const whole = readFileSync(preCommit, 'utf8')
  writeFileSync(preCommit, whole.replace('utlys-hook 1', 'utlys-hook 0'))
  expect(hook('status').said).toContain('Den er fra en annen versjon av utlys.')
  expect(hook('install').said).toBe(`Fornyet ${preCommit}\n`)
  expect(readFileSync(preCommit, 'utf8')).toBe(whole)
  chmodSync(preCommit, 0o644)
  expect(hook('status').said).toContain('Filen er ikke kjørbar')
  expect(hook('install').said).toBe(`Fornyet ${preCommit}\n`)
  hook('install', '--only-changed-lines', "--baseline=vår liste 'x'.json")
  expect(readFileSync(preCommit, 'utf8')).toContain(
    `set -- hook run pre-commit '--only-changed-lines' '--baseline=vår liste '\\''x'\\''.json'\n`,
  )
  expect(hook('status').said).toContain("Valg: --only-changed-lines --baseline=vår liste 'x'.json")
  expect(readFileSync(`${preCommit}.before-utlys`, 'utf8')).toBe('#!/bin/sh\nexit 0\n')
})

test('what would be lost, or could not be run by another name, is left alone', () => {
  inRepository()
  write(preCommit, 'min', 0o755)
  write(`${preCommit}.before-utlys`, 'også min', 0o755)
  const before = stateOf('.git/hooks')
  expect(hook('install')).toMatchObject({
    status: 2,
    said: expect.stringContaining('ingen av dem er fra utlys'),
  })
  expect(stateOf('.git/hooks')).toEqual(before)
  expect(hook('uninstall').status).toBe(0)
  expect(stateOf('.git/hooks')).toEqual(before)
  inRepository()
  write(preCommit, '#!/bin/sh\nexec mine-hooks "$(basename "$0")"\n', 0o755)
  expect(hook('install')).toMatchObject({
    status: 2,
    said: expect.stringContaining('hook run pre-commit -- "$@"'),
  })
  expect(readFileSync(preCommit, 'utf8')).toContain('basename')
})

test('core.hooksPath that is relative, seen from a folder below', () => {
  inRepository({'under her/x': ''})
  git('config', 'core.hooksPath', 'våre hooks')
  process.chdir('under her')
  const {said} = hook('install')
  expect(said).toContain('La inn ../våre hooks/pre-commit\n')
  expect(said).toContain('er en del av lageret')
  expect(readFileSync('../våre hooks/pre-commit', 'utf8')).toContain(marker)
  expect(existsSync('../.git/hooks/pre-commit')).toBe(false)
  expect(hook('status').status).toBe(0)
})

test('core.hooksPath that is absolute', () => {
  const other = inFolder()
  inRepository()
  git('config', 'core.hooksPath', path.join(other, 'hooks'))
  expect(hook('install').status).toBe(0)
  expect(existsSync(path.join(other, 'hooks', 'pre-commit'))).toBe(true)
})

test('core.hooksPath of every repository of a person', () => {
  const home = inFolder()
  writeFileSync('innstillinger', `[core]\n  hooksPath = "~/mine hooks"\n`)
  inRepository()
  const env = {HOME: home, GIT_CONFIG_GLOBAL: path.join(home, 'innstillinger')}
  expect(hookWith(env, 'install').said).toContain('så denne hooken blir kjørt i alle')
  expect(existsSync(path.join(home, 'mine hooks', 'pre-commit'))).toBe(true)
  expect(hookWith(env, 'status').status).toBe(0)
  expect(hookWith(env, 'uninstall').status).toBe(0)
  expect(existsSync(path.join(home, 'mine hooks', 'pre-commit'))).toBe(false)
})

test('two working folders share one hook', () => {
  const folder = inRepository({x: ''})
  git('add', '.')
  git('commit', '-qm', 'første')
  git('worktree', 'add', '-q', '-b', 'gren', 'en annen gren')
  process.chdir('en annen gren')
  expect(hook('install').said).toBe('La inn ../.git/hooks/pre-commit\n')
  process.chdir(folder)
  expect(hook('install').said).toBe(`${preCommit} er på plass fra før.\n`)
  expect(hook('status').status).toBe(0)
})

test('a submodule has hooks of its own', () => {
  const folder = inRepository({x: ''})
  git('add', '.')
  git('commit', '-qm', 'første')
  inRepository()
  git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', folder, 'annonser')
  process.chdir('annonser')
  expect(hook('install').said).toBe('La inn ../.git/modules/annonser/hooks/pre-commit\n')
  expect(existsSync('../.git/hooks/pre-commit')).toBe(false)
})

test('GIT_DIR says where the repository is', () => {
  const folder = inRepository()
  inFolder()
  const env = {GIT_DIR: path.join(folder, '.git'), GIT_WORK_TREE: folder}
  expect(hookWith(env, 'install').status).toBe(0)
  expect(existsSync(path.join(folder, preCommit))).toBe(true)
})

test('a bare repository is refused, and a working folder of it is not', () => {
  const folder = inRepository({x: ''})
  git('add', '.')
  git('commit', '-qm', 'første')
  git('clone', '-q', '--bare', '.', 'bare.git')
  process.chdir('bare.git')
  for (const action of ['install', 'status', 'uninstall'])
    expect(hook(action)).toMatchObject({status: 2, said: expect.stringContaining('--pre-push')})
  git('worktree', 'add', '-q', '../arbeid')
  process.chdir(path.join(folder, 'arbeid'))
  expect(hook('install').said).toBe('La inn ../bare.git/hooks/pre-commit\n')
})

test('where there is no repository, no folder of hooks or no such action, it is told', () => {
  inFolder()
  expect(hook('install')).toMatchObject({status: 2, said: expect.stringContaining('«git init»')})
  inRepository()
  git('config', 'core.hooksPath', '/dev/null')
  expect(hook('install')).toMatchObject({
    status: 2,
    said: expect.stringContaining('core.hooksPath er /dev/null'),
  })
  expect(hook('instal')).toMatchObject({status: 2, said: expect.stringContaining('Mente du «install»?')})
  expect(hook('install', 'pre-push').status).toBe(2)
  expect(hook('run', 'pre-comit').said).toContain('Mente du «pre-commit»?')
})

test('a folder that nothing can be written in is told of', () => {
  inRepository()
  mkdirSync('hooks')
  writeFileSync('hooks/pre-commit.d', '')
  git('config', 'core.hooksPath', 'hooks/pre-commit.d/x')
  expect(hook('install')).toMatchObject({status: 2, said: expect.stringContaining('hooks')})
})
