import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {expect, inject, test} from 'vitest'
import {git, inFolder} from './folder.ts'

const init = (...words: string[]) => {
  const command = [inject('bundle'), 'init', '--yes', ...words]
  const {stdout, stderr, status} = spawnSync(process.execPath, command, {encoding: 'utf8'})
  return {stdout, stderr, status}
}

test('the hook is that of «utlys hook install»', () => {
  inFolder()
  git('init', '-q')
  expect(init('--hook', '--dry-run').stdout).toContain('Ville ha lagt inn .git/hooks/pre-commit\n')
  expect(existsSync('.git/hooks/pre-commit')).toBe(false)
  expect(init('--hook')).toEqual({
    stdout: 'Skrev utlys.yml\nLa inn .git/hooks/pre-commit\n',
    stderr: '',
    status: 0,
  })
  expect(statSync('.git/hooks/pre-commit').mode & 0o111).toBe(0o111)
  const hook = readFileSync('.git/hooks/pre-commit', 'utf8')
  const {stdout} = spawnSync(process.execPath, [inject('bundle'), 'hook', 'install'], {encoding: 'utf8'})
  expect(stdout).toBe('.git/hooks/pre-commit er på plass fra før.\n')
  expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe(hook)
})

test('a hook that is there is run first', () => {
  inFolder()
  git('init', '-q')
  writeFileSync('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n')
  chmodSync('.git/hooks/pre-commit', 0o755)
  expect(init('--hook').stdout).toContain('Hooken som var der, heter nå pre-commit.before-utlys')
  expect(readFileSync('.git/hooks/pre-commit.before-utlys', 'utf8')).toBe('#!/bin/sh\nexit 0\n')
})

test('where a program manages the hooks, the rest is written and its lines are told', () => {
  inFolder({'lefthook.yml': ''})
  git('init', '-q')
  const {stdout, status} = init('--hook', '--action')
  expect(stdout).toContain('Skrev utlys.yml\nlefthook styrer hookene her.')
  expect(stdout).toContain('run: npx --no-install utlys hook run pre-commit\n')
  expect(existsSync('.github/workflows/utlys.yml')).toBe(true)
  expect(existsSync('.git/hooks/pre-commit')).toBe(false)
  expect(status).toBe(0)
})

test('what is in the way of the hook does not stop the rest', () => {
  inFolder()
  git('init', '-q')
  writeFileSync('.git/hooks/pre-commit', 'x')
  writeFileSync('.git/hooks/pre-commit.before-utlys', 'y')
  const {stdout, stderr, status} = init('--hook')
  expect(stdout).toBe('Skrev utlys.yml\n')
  expect(stderr).toContain('ingen av dem er fra utlys')
  expect(status).toBe(2)
})

test('a folder below the top of the repository, with a name that a shell would read otherwise', () => {
  inFolder()
  git('init', '-q')
  const below = "annonser 'nytt $HOME"
  mkdirSync(below)
  process.chdir(below)
  expect(init('--hook', '--action').stdout).toBe(
    'Skrev utlys.yml\nLa inn ../.git/hooks/pre-commit\nSkrev ../.github/workflows/utlys.yml\n',
  )
  expect(readFileSync('../.github/workflows/utlys.yml', 'utf8')).toMatch(
    / {8}working-directory: "annonser 'nytt \$HOME"\n$/,
  )
})
