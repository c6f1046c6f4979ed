import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, inject, test} from 'vitest'
import {bareEnvironment, git, hook, inRepository, run, write} from './repository.ts'

const refused = 'Lillevik kommune søker vaktmester.\n\nSøknadsfrist: snarest\n'
const accepted = readFileSync('test/annonser/gruppesekretaer.txt', 'utf8').replace(
  /^Søknadsfrist.*$/m,
  'Søknadsfrist: snarest',
)
const config =
  'filer: ["stillinger/**/*.txt"]\nregler: {felt/frist: av, felt/frist-vindu: av, felt/frist-entydig: av}\n'

const commit = (env: NodeJS.ProcessEnv = bareEnvironment) => run('git', ['commit', '-qm', 'melding'], env)

const ad = 'stillinger/vår stilling æ.txt'

test('an ad with errors is not committed, one without is, and other files are no matter', () => {
  inRepository({'utlys.yml': config, 'LES MEG.md': 'Lillevik'})
  hook('install')
  git('add', '.')
  expect(commit()).toEqual({said: '', status: 0})
  write(ad, refused)
  git('add', ad)
  write(ad, accepted)
  const first = commit()
  expect(first.said).toContain(ad)
  expect(first.said).toContain('utlys stoppet denne commiten')
  expect(first.status).toBe(1)
  expect(readFileSync(ad, 'utf8')).toBe(accepted)
  git('add', ad)
  write(ad, refused)
  expect(commit().status).toBe(0)
  expect(readFileSync(ad, 'utf8')).toBe(refused)
  expect(git('show', `HEAD:${ad}`)).toBe(accepted)
})

test('two working folders, of which one has an ad with errors', () => {
  const folder = inRepository({'utlys.yml': config})
  git('add', '.')
  git('commit', '-qm', 'oppsett')
  git('worktree', 'add', '-q', '-b', 'gren', 'en annen gren')
  hook('install')
  process.chdir('en annen gren')
  write(ad, refused)
  git('add', ad)
  expect(commit().status).toBe(1)
  process.chdir(folder)
  writeFileSync('LES MEG.md', 'Lillevik')
  git('add', 'LES MEG.md')
  expect(commit()).toEqual({said: '', status: 0})
})

test('nothing is pushed with an ad that has errors, and all is with one that has not', () => {
  inRepository({'utlys.yml': config})
  git('init', '-q', '--bare', 'tjener.git')
  git('remote', 'add', 'origin', path.resolve('tjener.git'))
  hook('install', '--pre-push')
  write(ad, refused)
  git('add', 'utlys.yml', ad)
  git('commit', '-qm', 'med feil')
  const push = () => run('git', ['push', '-q', 'origin', 'main'], bareEnvironment)
  expect(push().status).toBe(1)
  expect(git('ls-remote', 'origin')).toBe('')
  write(ad, accepted)
  git('commit', '-qam', 'uten feil')
  expect(push().status).toBe(0)
  expect(git('ls-remote', 'origin')).toContain('refs/heads/main')
})

test('utlys of the repository is used when the one that installed the hook is gone', () => {
  inRepository({'utlys.yml': config, [ad]: refused})
  hook('install')
  const script = readFileSync('.git/hooks/pre-commit', 'utf8')
  write('.git/hooks/pre-commit', script.replace(/^utlys=.*$/m, "utlys='/finnes/ikke'"), 0o755)
  expect(hook('status')).toMatchObject({
    status: 1,
    said: expect.stringContaining('Kjør «utlys hook install» på nytt.'),
  })
  mkdirSync('node_modules/.bin', {recursive: true})
  symlinkSync(inject('bundle'), 'node_modules/.bin/utlys')
  expect(hook('status')).toMatchObject({status: 0, said: expect.stringContaining('Hooken bruker')})
  git('add', 'utlys.yml', ad)
  expect(commit()).toMatchObject({status: 1, said: expect.stringContaining('utlys stoppet denne commiten')})
})
