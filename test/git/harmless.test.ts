import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, readlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, inject, test} from 'vitest'
import {
  badAd,
  checkStaged,
  commit,
  git,
  goodAd,
  inRepository,
  installHooks,
  utlys,
  write,
} from './repository.ts'

const ad = 'stillinger/byggesak.md'

/** Everything that there is: every file of the working copy and of git, with its bytes. */
const everything = (folder = '.'): string[] =>
  readdirSync(folder, {withFileTypes: true})
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) return everything(file)
      if (entry.isSymbolicLink()) return `${file} -> ${readlinkSync(file)}`
      return `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`
    })
    .sort()

/** Staged and unstaged changes side by side, also in one file. */
const inTheMiddle = (): void => {
  inRepository({[ad]: goodAd, 'stillinger/b.md': goodAd, 'stillinger/c.md': goodAd, 'utlys.yml': ''})
  commit()
  write(ad, badAd)
  git('mv', 'stillinger/c.md', 'stillinger/d.md')
  git('add', '.')
  write(ad, `${badAd}Ikke ferdig \u{1F600}\r\n`)
  write('stillinger/b.md', 'Ikke ferdig')
  write('utlys.yml', 'regler: [')
  write('stillinger/ny.md', 'Ikke lagt til')
  git('add', '--intent-to-add', 'stillinger/ny.md')
}

test.each([
  ['check', '--staged'],
  ['check', '--staged', '--only-changed-lines', '--format', 'json'],
  ['hook', 'run', 'pre-commit'],
])('%s %s touches nothing, neither in the working copy nor in git', (...words) => {
  inTheMiddle()
  git('config', 'diff.autoRefreshIndex', 'true')
  const before = everything()
  expect(utlys(words.filter(Boolean)).status).toBe(1)
  expect(everything()).toEqual(before)
})

test('a push touches nothing', () => {
  inTheMiddle()
  const head = git('rev-parse', 'HEAD').trim()
  const before = everything()
  const line = `refs/heads/main ${head} refs/heads/main ${'0'.repeat(40)}\n`
  expect(utlys(['hook', 'run', 'pre-push', '--', 'origin', 'adresse'], {}, line).status).toBe(0)
  expect(everything()).toEqual(before)
})

test('a refused commit leaves what is not staged byte for byte, and an accepted one as well', () => {
  inTheMiddle()
  installHooks()
  const kept = [ad, 'stillinger/b.md', 'utlys.yml', 'stillinger/ny.md']
  const before = kept.map((file) => readFileSync(file))
  const status = git('status', '--porcelain=v2')
  expect(() => git('commit', '-q', '-m', 'stoppes')).toThrow()
  expect(git('status', '--porcelain=v2')).toBe(status)
  git('commit', '-q', '--no-verify', '-m', 'går')
  expect(kept.map((file) => readFileSync(file))).toEqual(before)
})

const kill = (words: readonly string[], moment: number, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [inject('bundle'), ...words], {stdio: 'ignore'})
    const timer = setTimeout(() => child.kill(signal), moment)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })

test('one that is killed leaves all as it was', async () => {
  inTheMiddle()
  for (let i = 0; i < 8; i++) write(`stillinger/mange-${i}.md`, badAd)
  git('add', 'stillinger/mange-*')
  const before = everything()
  const status = git('--no-optional-locks', 'status', '--porcelain=v2')
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const)
    for (const moment of [20, 60, 100, 140, 180, 240])
      await kill(['hook', 'run', 'pre-commit', '--only-changed-lines'], moment, signal)
  expect(everything()).toEqual(before)
  expect(git('--no-optional-locks', 'status', '--porcelain=v2')).toBe(status)
  expect(everything().filter((line) => /\.lock /.test(line))).toEqual([])
  expect(checkStaged().status).toBe(1)
})
