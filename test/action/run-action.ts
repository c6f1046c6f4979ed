import {spawn} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'
import {afterAll, beforeAll} from 'vitest'
import {parse} from 'yaml'
import {type RunnerCommand, readCommands} from '../report/runner.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

interface Manifest {
  inputs: Record<string, {default?: string}>
  outputs: Record<string, unknown>
  runs: {main: string}
}

export const manifestFile = path.join(project, 'action.yml')
export const manifest = parse(readFileSync(manifestFile, 'utf8')) as Manifest

let home: string

/** Where the action lies as the runner has it: what the release commits, and no node_modules anywhere above. */
export const actionFolder = (): string => path.join(home, 'action')

/** Builds the action before the tests of a file. */
export const buildsAction = (): void => {
  beforeAll(async () => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'utlys-action-')))
    const outDir = path.join(actionFolder(), path.dirname(manifest.runs.main))
    await build({mode: 'action', logLevel: 'error', build: {outDir}})
    cpSync(manifestFile, path.join(actionFolder(), 'action.yml'))
    cpSync(path.join(project, 'package.json'), path.join(actionFolder(), 'package.json'))
  }, 120_000)
  afterAll(() => rmSync(home, {recursive: true}))
}

export interface ActionRun {
  status: number | null
  /** What the step has printed. */
  log: string
  /** What the runner has made annotations of. */
  annotations: RunnerCommand[]
  outputs: Record<string, string>
  summary: string
}

interface Start {
  inputs?: Readonly<Record<string, string>>
  event?: string
  payload?: unknown
  env?: NodeJS.ProcessEnv
}

/** Runs the action here as a runner would: with the environment that it gives and nothing else. */
export const runAction = async ({
  inputs = {},
  event = 'workflow_dispatch',
  payload = {},
  env = {},
}: Start = {}): Promise<ActionRun> => {
  const temp = mkdtempSync(path.join(home, 'run-'))
  const [eventFile, output, summary] = ['event.json', 'output', 'summary'].map((name) =>
    path.join(temp, name),
  )
  writeFileSync(eventFile!, typeof payload === 'string' ? payload : JSON.stringify(payload))
  writeFileSync(output!, '')
  mkdirSync(path.join(temp, 'home'))
  const runner = {
    PATH: process.env.PATH,
    HOME: path.join(temp, 'home'),
    LANG: 'C.UTF-8',
    ...{CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: temp, GITHUB_WORKSPACE: process.cwd()},
    ...{GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: eventFile, GITHUB_SHA: '0'.repeat(40)},
    ...{GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'lillevik/stillinger'},
    ...{GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_RUN_ID: '7'},
    ...{GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary},
  }
  const {status, log} = await start({...runner, ...inputEnvironment(inputs), ...env})
  return {
    status,
    log,
    annotations: readCommands(log).filter(({command}) => ['error', 'warning', 'notice'].includes(command)),
    outputs: readOutputs(readFileSync(output!, 'utf8')),
    summary: existsSync(summary!) ? readFileSync(summary!, 'utf8') : '',
  }
}

/** Each input that the manifest names, as it is given or by its default. */
const inputEnvironment = (inputs: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const defaults = {...inputDefaults(), today: '2026-11-21'}
  return Object.fromEntries(
    Object.entries({...defaults, ...inputs}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

const inputDefaults = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, {default: value = ''}]) => [
      name,
      value.replace(/^\$\{\{ github\.token \}\}$/, 'token-of-the-run'),
    ]),
  )

/** By the Node.js that runs the tests, or by another one: GitHub runs actions on 24. */
const start = (env: NodeJS.ProcessEnv): Promise<{status: number | null; log: string}> =>
  new Promise((resolve, reject) => {
    const node = process.env.UTLYS_ACTION_NODE ?? process.execPath
    const child = spawn(node, [path.join(actionFolder(), manifest.runs.main)], {env})
    let log = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
    child.on('error', reject).on('close', (status) => resolve({status, log}))
  })

/** `name<<delimiter`, the value, and the delimiter again. */
const readOutputs = (file: string): Record<string, string> =>
  Object.fromEntries(
    [...file.matchAll(/^(.+?)<<(.+)\r?\n([\s\S]*?)\r?\n\2$/gm)].map(([, name, , value]) => [name, value]),
  )
