import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, inject, test} from 'vitest'
import {knownKinds} from '../../cli/completion/values.ts'
import {createProgram} from '../../cli/program.ts'
import {installUtlys} from './scenario.ts'
import {hasTerminal, openTerminal, prompt, type Session} from './terminal.ts'

const shells = {
  bash: {start: ['bash', '--noprofile', '--norc'], read: 'source <(utlys completion bash)'},
  zsh: {start: ['zsh', '-f'], read: 'source <(utlys completion zsh)'},
  fish: {
    start: [
      ...['fish', '--no-config', '--init-command'],
      `function fish_prompt; echo "${prompt} "; end; set -g fish_autosuggestion_enabled 0; set -g fish_greeting`,
    ],
    read: 'utlys completion fish | source',
  },
}

const bin = installUtlys()
const cwd = mkdtempSync(path.join(tmpdir(), 'utlys-'))
mkdirSync(path.join(cwd, 'årets stillinger'))
writeFileSync(path.join(cwd, 'min første annonse.md'), '')
afterAll(() => {
  for (const folder of [bin, cwd]) rmSync(folder, {recursive: true})
})

/** What a line becomes when the tabulator is pressed. */
const lines = [
  ['utlys ch', 'utlys check'],
  ['utlys sj', 'utlys sjekk'],
  ['utlys check --fo', 'utlys check --format'],
  ['utlys forklar lov/no', 'utlys forklar lov/norskkrav'],
  ['utlys check --lang e', 'utlys check --lang en'],
  ['utlys check -p utl', 'utlys check -p utlysning='],
  ['utlys check -p utlysning=i', 'utlys check -p utlysning=intern'],
  ['utlys check --felt fri', 'utlys check --felt frist'],
  ['utlys policy bae', 'utlys policy baerum'],
  ['utlys policy år', 'utlys policy årets\\ stillinger/'],
  ['utlys check mi', 'utlys check min\\ første\\ annonse.md'],
  ['utlys check -f json:mi', 'utlys check -f json:min\\ første\\ annonse.md'],
  ['utlys check --config=mi', 'utlys check --config=min\\ første\\ annonse.md'],
] as const

const lastLine = (screen: string): string => screen.trimEnd().split('\n').at(-1)!.slice(prompt.length).trim()

const press = async (session: Session, typed: string, expected: string): Promise<void> => {
  session.type('-l', typed)
  await session.waitFor((screen) => lastLine(screen) === typed.trim())
  session.type('Tab')
  await session.waitFor((screen) => lastLine(screen) === expected)
  session.type('C-u')
  await session.waitFor((screen) => lastLine(screen) === '')
}

describe.each(Object.entries(shells))('%s', (name, {start, read}) => {
  test('completes the words of utlys', {timeout: 120_000}, async ({skip}) => {
    skip(!hasTerminal, 'tmux is not installed')
    skip(spawnSync(name, ['-c', 'true']).status !== 0, `${name} is not installed`)
    const env = {PATH: `${bin}:${process.env.PATH}`, HOME: cwd, PS1: `${prompt} `}
    const session = openTerminal(inject('bundle'), {columns: 100, rows: 40, cwd, env, shell: start})
    try {
      await session.waitForPrompts(1)
      session.type(read, 'Enter')
      await session.waitForPrompts(2)
      for (const [typed, expected] of lines) await press(session, typed, expected)
    } finally {
      session.close()
    }
  })
})

const ask = (shell: string, words: string[], env: Record<string, string> = {}): string[] => {
  const args = [inject('bundle'), 'completion', shell, '--ask', '--', ...words]
  const {stdout} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8', env})
  return stdout.trimEnd().split('\n')
}

test('what may stand there is told in the language of the person', () => {
  expect(ask('zsh', ['ru'])).toEqual(['none\t', 'rules\tVis reglene'])
  expect(ask('fish', ['ru'], {LANG: 'nn_NO.UTF-8'})).toEqual(['none\t', 'rules\tVis reglane'])
  expect(ask('fish', ['check', '--lang', 'en', '--fix-'])).toEqual([
    'none\t',
    '--fix-dry-run\tShow what --fix would correct',
  ])
  expect(ask('fish', ['rules', 'lov/norskk'], {LANG: 'en_GB'})[1]).toMatch(/^lov\/norskkrav\t.*Norwegian/)
})

test('every argument and value of an option is of a kind that completion knows', () => {
  const kinds = createProgram([]).commands.flatMap((command) => [
    ...command.registeredArguments.map((argument) => argument.name()),
    ...command.options.flatMap(({flags}) => /[<[](.*)[>\]]$/.exec(flags)?.[1] ?? []),
  ])
  const advice = 'Say in cli/completion/values.ts what may stand there.'
  expect(new Set(knownKinds), advice).toEqual(new Set(kinds))
})
