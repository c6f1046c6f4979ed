import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, inject, onTestFinished, type TestContext} from 'vitest'
import {inFolder} from '../init/folder.ts'
import {docx, p} from '../posting/office.ts'

/** An ad with damaged letters, which `--fix` mends. */
export const damaged =
  '# Renholder\n\nLillevik kommune sÃ¸ker renholder. Ansettelsesform: fast. Send søknad innen 14. januar 2027.\n'
export const mended = damaged.replace('Ã¸', 'ø')
/** The same as a Word document. */
export const damagedDocx = (): Uint8Array =>
  docx(
    damaged
      .split('\n\n')
      .map((text) => p(text))
      .join(''),
  )

export const answers = `profil: { arbeidsgivertype: kommune, tariffområde: KS, sektor: annet }
målform: bokmål
stillingstittel: Vaktmester
arbeidsgiver: Lillevik kommune
arbeidssted: Lillevik skole, Skolegata 2, 9999 Lillevik
ansettelsesform: fast
stillingsprosent: 100
lønn: 450000-520000
pensjon: offentlig tjenestepensjon
tiltredelse: 1. mars 2027
frist: 2027-01-15
arbeidsoppgaver: [holde bygget i stand, måke snø]
kvalifikasjoner: [du er praktisk]
kontakt: { navn: Kari Eksempel, rolle: driftsleder, telefon: 400 00 000, epost: kari@lillevik.example }
søknadsmåte: https://lillevik.example/jobb
mangfoldserklæring: true
`

/** What is written to a file by each command that writes, with the answers that it asks for. */
export const saves = {
  fix: {words: ['check', 'ad.md', '--fix', '-q', '-f', 'jsonl:/dev/null'], file: 'ad.md', input: ''},
  baseline: {
    words: ['check', 'ad.md', '--write-baseline', 'kjent.json', '-f', 'jsonl:/dev/null'],
    file: 'kjent.json',
    input: '',
  },
  new: {words: ['new', 'ny.md', '--answers', 'svar.yml'], file: 'ny.md', input: ''},
  review: {words: ['review', 'ad.md', '--linear'], file: 'ad.md', input: 'w\nAvtalt\n\ns\nq\n'},
} as const

export type Save = keyof typeof saves

/** A folder with what the commands need; `utlys` is the bundle for a shell there. */
export const inWorld = (files: Readonly<Record<string, string>> = {}): string =>
  inFolder({'ad.md': damaged, 'svar.yml': answers, 'utlys.yml': 'portal: [frist]\n', ...files})

export interface Ran {
  out: string
  err: string
  status: number | null
  signal: NodeJS.Signals | null
}

const time = 240_000
/** Where the program keeps what it cannot keep beside a draft. */
const scratch = mkdtempSync(path.join(tmpdir(), 'utlys-scratch-'))
afterAll(() => rmSync(scratch, {recursive: true}))

const settings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  COLUMNS: '200',
  TMPDIR: scratch,
  ...env,
})

/** Runs a program; one that hangs is ended, and has then no exit code. */
export const run = (
  [command, ...args]: readonly [string, ...string[]],
  {env = {}, input = ''}: {env?: NodeJS.ProcessEnv; input?: string} = {},
): Ran => {
  const options = {env: settings(env), input, encoding: 'utf8', timeout: time, killSignal: 'SIGKILL'} as const
  const {stdout, stderr, status, signal} = spawnSync(command, args, options)
  return {out: stdout, err: stderr, status, signal}
}

export const utlys = (words: readonly string[], options: Parameters<typeof run>[1] = {}): Ran =>
  run([process.execPath, inject('bundle'), ...words], options)

/** A line of bash, in which `utlys` is the bundle. */
const bash = (line: string): [string, ...string[]] => [
  ...(['bash', '--noprofile', '--norc', '-c'] as const),
  `utlys() { "${process.execPath}" "${inject('bundle')}" "$@"; }; ${line}`,
]

export const shell = (line: string, env: NodeJS.ProcessEnv = {}): Ran => run(bash(line), {env})

/** Root may do all; without its capabilities it may do what the modes of files let it. */
const isRoot = process.getuid?.() === 0
const bound = ['setpriv', '--bounding-set=-all']

export const shellWhereModesHold = (line: string, {skip}: TestContext): Ran => {
  const [command, ...args] = bash(line)
  if (!isRoot) return run([command, ...args])
  skip(
    run(['setpriv', '--bounding-set=-all', 'true']).status !== 0,
    'root passes all modes, and setpriv is not there',
  )
  return run([...bound, command, ...args] as [string, ...string[]])
}

/** A line of bash where the folder `disk` is a disk of its own, of which nothing is left afterwards. */
export const shellWithDisk = (line: string, {skip}: TestContext): Ran => {
  const mount = 'mkdir -p disk && mount -t tmpfs -o size=64k tmpfs disk'
  const own = ['unshare', '--mount', ...(isRoot ? [] : ['--map-root-user'])]
  const [command, ...args] = bash(`${mount} && cp *.* disk && cd disk; ${line}`)
  const can = run([...own, ...bash(mount)] as [string, ...string[]]).status === 0
  skip(!can, 'nothing can be mounted here')
  return run([...own, command, ...args] as [string, ...string[]])
}

/** A module that is loaded before the program; gives the variables of the environment for it. */
export const preload = (code: string): NodeJS.ProcessEnv => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-preload-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = path.join(folder, 'preload.cjs')
  writeFileSync(file, code)
  return {NODE_OPTIONS: `--require=${file}`}
}

/** The files here with what they hold. */
export const filesHere = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync('.', {withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({name}) => [name, readFileSync(name, 'utf8')]),
  )
