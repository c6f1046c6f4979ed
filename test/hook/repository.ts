import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import {inject} from 'vitest'
import {git, inFolder} from '../init/folder.ts'

export {git, inFolder}

/** Only what a program has that is started with nothing: git must be found, and its settings are those of the test. */
export const bareEnvironment = {PATH: '/usr/bin:/bin', GIT_CONFIG_NOSYSTEM: '1'}

/** An empty repository, in a folder with a space and «æ» in its name. */
export const inRepository = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = inFolder(files)
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'Lillevik')
  git('config', 'user.email', 'post@example.com')
  return folder
}

interface Said {
  said: string
  status: number | null
}

export const run = (
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  input = '',
): Said => {
  const {stdout, stderr, status, error} = spawnSync(command, words, {env, input, encoding: 'utf8'})
  if (error) throw error
  return {said: stdout + stderr, status}
}

export const hook = (...words: string[]): Said => run(process.execPath, [inject('bundle'), 'hook', ...words])

export const hookWith = (env: NodeJS.ProcessEnv, ...words: string[]): Said =>
  run(process.execPath, [inject('bundle'), 'hook', ...words], {...process.env, ...env})

export const write = (file: string, text: string | Buffer, mode = 0o644): void => {
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
  chmodSync(file, mode)
}

/** All that can be told of the files of a folder: bytes, modes, where links lead. */
export const stateOf = (folder: string): string[] =>
  readdirSync(folder, {withFileTypes: true})
    .filter((entry) => !entry.name.endsWith('.sample'))
    .map((entry) => {
      const file = path.join(folder, entry.name)
      const content = entry.isSymbolicLink() ? readlinkSync(file) : readFileSync(file).toString('base64')
      return `${entry.name} ${lstatSync(file).mode.toString(8)} ${content}`
    })
    .sort()
