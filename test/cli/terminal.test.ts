import {spawnSync} from 'node:child_process'
import {copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {stripVTControlCharacters} from 'node:util'
import {expect, inject, onTestFinished, type TestContext, test} from 'vitest'
import type {Report} from '../../src/report/types.ts'
import {hasTerminal, typeInTerminal} from './terminal.ts'

const bundle = inject('bundle')
const ads = fileURLToPath(new URL('../annonser', import.meta.url))
const ad = 'uteseksjonen.txt'
const today = ['--today', '2026-11-21']
const typed = ['utlys check', ad, ...today].join(' ')
const size = {columns: 80, rows: 12, cwd: ads}

/** Runs the bundle with its output going into a pipe. */
const piped = (words: string[], main = bundle) => {
  const env = {PATH: process.env.PATH, COLUMNS: '80'}
  return spawnSync(process.execPath, [main, 'check', ad, ...today, ...words], {
    cwd: ads,
    env,
    encoding: 'utf8',
  })
}

const linesOf = (output: string): string[] => output.trimEnd().split('\n')

const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}

const needsTerminal = ({skip}: TestContext): void => skip(!hasTerminal, 'tmux is not installed')

test('a terminal gets the Ink report, whole and in colour, and then its prompt back', async (context) => {
  needsTerminal(context)
  const rows = await typeInTerminal(bundle, typed, size)
  const plain = rows.map(stripVTControlCharacters)
  expect(plain[0]).toBe(`╭${'─'.repeat(78)}╮`)
  expect(plain).toEqual(linesOf(piped(['--format', 'terminal']).stdout).map((line) => line.trimEnd()))
  const {findings} = (JSON.parse(piped(['--format', 'json']).stdout) as Report).files[0]!
  for (const {ruleId} of findings) expect(plain.join('\n')).toContain(ruleId)
  expect(rows.join('\n')).toMatch(/\x1b\[[\d;]*41m ✗ Feil /)
})

test('NO_COLOR leaves the report without colours, and with its symbols and words', async (context) => {
  needsTerminal(context)
  const rows = await typeInTerminal(bundle, typed, {...size, env: {NO_COLOR: '1'}})
  expect(rows.join('\n')).not.toContain('\x1b')
  expect(rows.filter((row) => row.startsWith(' ✗ Feil ')).length).toBeGreaterThan(0)
})

test('a build server gets plain lines even on a terminal', async (context) => {
  needsTerminal(context)
  const rows = await typeInTerminal(bundle, typed, {...size, env: {CI: '1'}})
  expect(rows.map(stripVTControlCharacters)).toEqual(linesOf(piped(['--format', 'text']).stdout))
})

test('a pipe gets plain lines without escape codes', () => {
  const {stdout} = piped([])
  expect(stdout).toBe(piped(['--format', 'text']).stdout)
  expect(stdout).not.toContain('\x1b')
  expect(stdout).toMatch(new RegExp(`^${ad}\n`))
})

test('React is loaded for a terminal only', () => {
  const folder = emptyFolder()
  const main = path.join(folder, path.basename(bundle))
  cpSync(path.dirname(bundle), folder, {recursive: true})
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const chunks = names.map((name) => path.join(folder, name))
  const react = chunks.filter((file) => readFileSync(file, 'utf8').includes('react.transitional.element'))
  expect(react).not.toEqual([])
  for (const file of react) rmSync(file)

  const text = piped([], main)
  expect(text.stderr).toBe('')
  expect(text.stdout).toBe(piped([]).stdout)
  expect(piped(['--format', 'terminal'], main).stderr).toContain('Cannot find module')
})

test.each(['text', 'terminal', 'json'])('%s into head ends quietly', (format) => {
  const cwd = emptyFolder()
  for (let i = 0; i < 40; i++) copyFileSync(path.join(ads, ad), path.join(cwd, `${i}.txt`))
  const line = 'set -o pipefail; "$0" "$1" check . --format "$2" | head -1'
  const words = ['--noprofile', '--norc', '-c', line, process.execPath, bundle, format]
  const {stdout, ...rest} = spawnSync('bash', words, {cwd, encoding: 'utf8'})
  expect(rest).toMatchObject({stderr: '', status: 0})
  expect(linesOf(stdout)).toEqual([expect.stringMatching(/^(?:\{|\.\/|0|╭)/)])
})
