import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onTestFinished} from 'vitest'

/** Goes to a new folder with these files, and back when the test is over. */
export const inFolder = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utlys oppsett æ ')))
  const before = process.cwd()
  onTestFinished(() => {
    process.chdir(before)
    rmSync(folder, {recursive: true})
  })
  process.chdir(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(name), {recursive: true})
    writeFileSync(name, text)
  }
  return folder
}

const identity = [
  '-c',
  'user.name=Lillevik',
  '-c',
  'user.email=post@example.com',
  '-c',
  'init.defaultBranch=main',
]

export const git = (...words: string[]): string =>
  execFileSync('git', [...identity, ...words], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
