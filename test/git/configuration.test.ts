import {appendFileSync, cpSync, rmSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {
  ad,
  badAd,
  besides,
  checkStaged,
  commit,
  found,
  git,
  goodAd,
  inRepository,
  utlys,
  write,
} from './repository.ts'

const off = 'regler: {inkludering/alder: av}\n'
const lillevik = fileURLToPath(new URL('../../cli/init/lillevik', import.meta.url))

test('the configuration that is staged judges, and not the one on disk', () => {
  inRepository({[ad]: badAd, 'utlys.yml': off})
  git('add', '.')
  write('utlys.yml', '')
  expect(checkStaged()).toMatchObject({status: 0, errors: []})
  git('add', '.')
  write('utlys.yml', off)
  expect(checkStaged()).toMatchObject({status: 1, errors: [found(ad)]})
})

test('the nearest configuration', () => {
  inRepository({
    [ad]: badAd,
    'stillinger/lærere/b.md': badAd,
    'utlys.yml': '',
    'stillinger/lærere/utlys.yml': off,
  })
  git('add', '.')
  rmSync('stillinger/lærere/utlys.yml')
  expect(checkStaged().errors).toEqual([found(ad)])
})

test('a configuration that is not in git is not used, and the report says so', () => {
  inRepository({[ad]: badAd, 'utlys.yml': off})
  git('add', 'stillinger')
  const {err, errors} = checkStaged()
  expect(errors).toEqual([found(ad)])
  expect(err).toBe(
    'utlys: utlys.yml er ikke lagt til i git og er ikke brukt. Skriv «git add utlys.yml» for at oppsettet skal gjelde.\n',
  )
})

test('nor is one outside the repository', () => {
  const outer = inRepository({'utlys.yml': off, [`inni/${ad}`]: badAd})
  process.chdir('inni')
  git('init', '-q')
  git('add', '.')
  const {err, errors} = checkStaged()
  expect(errors).toEqual([found(ad)])
  expect(err).toContain('utlys: ../utlys.yml ligger utenfor git-lageret og er ikke brukt.')
  expect(checkStaged('--config', path.join(outer, 'utlys.yml')).errors).toEqual([])
})

test('a configuration that is named must be in git as well', () => {
  inRepository({[ad]: badAd, 'oppsett/hr.yml': off})
  git('add', 'stillinger')
  const {status, err} = checkStaged('--config', 'oppsett/hr.yml')
  expect(status).toBe(2)
  expect(err).toContain('oppsett/hr.yml er ikke lagt til i git.')
  git('add', '.')
  rmSync('oppsett/hr.yml')
  expect(checkStaged('--config', 'oppsett/hr.yml').errors).toEqual([])
})

test('which files are ads, by the staged configuration', () => {
  inRepository({
    'utlys.yml': 'filer: ["tekster", "!tekster/notat.md", {mønster: ["*.md", "x/**/*.html"]}]\n',
    'tekster/dypt/a.md': badAd,
    'tekster/notat.md': badAd,
    'b.md': badAd,
    'x/y/c.html': badAd,
    [ad]: badAd,
    'node_modules/pakke/d.md': badAd,
  })
  git('add', '--force', '.')
  write('utlys.yml', '')
  expect(checkStaged().errors).toEqual(['b.md', 'tekster/dypt/a.md', 'x/y/c.html'].map((name) => found(name)))
  git('rm', '-q', '--cached', 'b.md', 'tekster/dypt/a.md', 'x/y/c.html')
  expect(utlys(['check', '--staged'])).toEqual({status: 0, out: '', err: ''})
})

test('the language of the staged configuration', () => {
  inRepository({[ad]: badAd, 'utlys.yml': 'språk: nn\n'})
  git('add', '.')
  write('utlys.yml', 'språk: en\n')
  expect(utlys(['check', '--staged', '--format', 'text']).out).toContain('Ein rapport utan funn')
})

test.each([
  ['is staged', 'regler: {inkludering/alderen: av}\n', 'utlys.yml:1:10: '],
  ['cannot be read', 'filer: [\n', 'utlys.yml:2:1: '],
  ['has files of another kind', 'filer: [7]\n', 'utlys.yml:1:9: '],
])('a broken configuration that %s stops', (_what, text, place) => {
  inRepository({[ad]: goodAd, 'utlys.yml': text})
  git('add', '.')
  rmSync('utlys.yml')
  const {status, out, err} = utlys(['check', '--staged'])
  expect({status, out}).toEqual({status: 2, out: ''})
  expect(err).toContain(`utlys: ${place}`)
})

test('the pack of the employer is that of the index', () => {
  inRepository({[ad]: goodAd, 'utlys.yml': 'policy: ./lillevik\n'})
  cpSync(lillevik, 'lillevik', {recursive: true})
  git('add', 'utlys.yml', ad)
  const untracked = checkStaged()
  expect(untracked.status).toBe(2)
  expect(untracked.err).toContain('utlys.yml:1:9: mappen «./lillevik» er ikke lagt til i git.')
  git('add', '.')
  rmSync('lillevik', {recursive: true})
  const rules = checkStaged().files.flatMap(({findings}) => findings.map(({ruleId}) => ruleId))
  expect(rules).toContain('lillevik/svarfrist')
  commit('uten pakken')
  appendFileSync(ad, 'Velkommen.\n')
  git('add', ad)
  expect(checkStaged().err).toContain('finnes')
})

test.each([
  ['no repository', {}, 'Denne mappen er ikke i et git-lager.'],
  ['no git', {PATH: '/nothing'}, 'Finner ikke git.'],
])('%s: a clear line', (_what, env, message) => {
  inRepository()
  process.chdir(path.dirname(besides('x')))
  for (const words of [
    ['check', '--staged'],
    ['hook', 'run', 'pre-commit'],
    ['hook', 'run', 'pre-push', 'origin', 'x'],
  ]) {
    const {status, err} = utlys(
      words,
      env,
      `refs/heads/main ${'1'.repeat(40)} refs/heads/main ${'0'.repeat(40)}\n`,
    )
    expect(status).toBe(2)
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(words[0] === 'check' ? 1 : 3)
  }
})

test('an index that is broken: a clear line', () => {
  inRepository({[ad]: badAd})
  git('add', '.')
  write('.git/index', 'ikke et register')
  const {status, err} = utlys(['check', '--staged'])
  expect(status).toBe(2)
  expect(err).toMatch(/^utlys: git diff gikk ikke: .+\n$/)
})
