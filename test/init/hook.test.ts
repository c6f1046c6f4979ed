import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import {expect, inject, test} from 'vitest'
import {git, inFolder} from './folder.ts'

const bundle = inject('bundle')
const refused = 'Lillevik kommune søker vaktmester.\n\nSøknadsfrist: snarest\n'
const accepted = readFileSync(path.resolve('test/annonser/gruppesekretaer.txt'), 'utf8').replace(
  /^Søknadsfrist.*$/m,
  'Søknadsfrist: snarest',
)
const config = 'filer: ["stillinger/**/*.txt"]\nregler: {felt/frist: av, felt/frist-vindu: av}\n'

const init = (...words: string[]) => {
  const {stdout, stderr, status} = spawnSync(process.execPath, [bundle, 'init', '--yes', ...words], {
    encoding: 'utf8',
  })
  return {stdout, stderr, status}
}

/** Puts the bundle where `npm install` would. */
const install = (folder = '.'): void => {
  mkdirSync(path.join(folder, 'node_modules/.bin'), {recursive: true})
  symlinkSync(bundle, path.join(folder, 'node_modules/.bin/utlys'))
}

const commit = (message: string, cwd = '.', env: NodeJS.ProcessEnv = process.env) => {
  const identity = ['-c', 'user.name=Lillevik', '-c', 'user.email=post@example.com']
  const {stderr, stdout, status} = spawnSync('git', [...identity, 'commit', '-qm', message], {
    cwd,
    env: {...env, LANG: 'nb_NO.UTF-8'},
    encoding: 'utf8',
  })
  return {said: stderr + stdout, status}
}

const stage = (name: string, text: string, cwd = '.'): void => {
  const file = path.join(cwd, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
  execFileSync('git', ['add', name], {cwd})
}

test('an ad with errors is not committed, one without is, and other files are no matter', () => {
  inFolder({'utlys.yml': config})
  git('init', '-q')
  install()
  expect(init('--hook').status).toBe(2)
  expect(statSync('.git/hooks/pre-commit').mode & 0o111).toBe(0o111)
  expect(readFileSync('utlys.yml', 'utf8')).toBe(config)

  stage('LES MEG.md', 'Lillevik')
  expect(commit('uten annonser')).toEqual({said: '', status: 0})
  stage('stillinger/vår stilling æ.txt', refused)
  const first = commit('med feil')
  expect(first.said).toContain('stillinger/vår stilling æ.txt')
  expect(first.status).toBe(1)
  stage('stillinger/vår stilling æ.txt', accepted)
  const second = commit('uten feil')
  expect(second.said).toContain('1 fil: ')
  expect(second.status).toBe(0)
})

test('a commit goes on where utlys is not to be found', () => {
  inFolder({'utlys.yml': config})
  git('init', '-q')
  init('--hook')
  stage('stillinger/a.txt', refused)
  expect(commit('uten utlys')).toEqual({
    said: 'utlys: Fant ikke utlys eller Node.js. Annonsene er ikke sjekket.\n',
    status: 0,
  })
})

test('a linked working folder has the same hook', () => {
  const folder = inFolder({'utlys.yml': config})
  git('init', '-q', 'hoved')
  process.chdir('hoved')
  writeFileSync('utlys.yml', config)
  git('add', '.')
  git('commit', '-qm', 'oppsett')
  git('worktree', 'add', '-q', '-b', 'gren', '../annen gren')
  process.chdir(path.join(folder, 'annen gren'))
  expect(init('--hook').stdout).toContain(path.join('hoved', '.git', 'hooks', 'pre-commit'))
  install()
  stage('stillinger/a.txt', refused)
  expect(commit('med feil').status).toBe(1)
})

test.each(['.husky', path.join('våre hooks')])('core.hooksPath %s is where it is written', (hooks) => {
  inFolder({'utlys.yml': config})
  git('init', '-q')
  git('config', 'core.hooksPath', hooks)
  install()
  init('--hook')
  expect(existsSync('.git/hooks/pre-commit')).toBe(false)
  expect(readdirSync(hooks)).toEqual(['pre-commit'])
  stage('stillinger/a.txt', refused)
  expect(commit('med feil').status).toBe(1)
})

test('a configuration below the top of the repository, in a folder with a name that a shell would read otherwise', () => {
  const folder = inFolder()
  git('init', '-q')
  install()
  const below = "annonser 'nytt $HOME"
  mkdirSync(below)
  process.chdir(below)
  expect(init('--hook', '--action')).toEqual({
    stdout: `Skrev utlys.yml\nSkrev ../.git/hooks/pre-commit\nSkrev ../.github/workflows/utlys.yml\n`,
    stderr: '',
    status: 0,
  })
  writeFileSync('utlys.yml', config)
  process.chdir(folder)
  stage('stillinger/a.txt', refused)
  expect(commit('utenfor')).toEqual({said: '', status: 0})
  stage(`${below}/stillinger/a.txt`, refused)
  expect(commit('innenfor').status).toBe(1)
  expect(readFileSync('.github/workflows/utlys.yml', 'utf8')).toMatch(
    / {8}working-directory: "annonser 'nytt \$HOME"\n$/,
  )
})

test('a hook that is there is left alone, and the line to add to it is told', () => {
  inFolder({'.git/hooks/pre-commit': ''})
  git('init', '-q')
  writeFileSync('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n')
  chmodSync('.git/hooks/pre-commit', 0o755)
  const {stdout, status} = init('--hook')
  expect(stdout).toContain('  npx --no-install utlys check --quiet || exit 1\n')
  expect(status).toBe(0)
  expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe('#!/bin/sh\nexit 0\n')
})

test('the hook is well formed', () => {
  inFolder()
  git('init', '-q')
  init('--hook')
  expect(spawnSync('sh', ['-n', '.git/hooks/pre-commit']).status).toBe(0)
})
