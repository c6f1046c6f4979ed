import {isScreen} from '../interactive.ts'
import {readLang} from '../language.ts'
import {type Circumstances, readCircumstances, readFormat, wantsColor} from '../options.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {CheckFlags} from './flags.ts'

/** What the command line asks for, validated. */
export interface CheckRequest extends Circumstances {
  paths: string[]
  outputs: Output[]
  fix: 'no' | 'dry-run' | 'write'
  /** Where to write a copy of a Word document with the findings in it. */
  annotate: string | undefined
  stdinName: string | undefined
  lang: Lang | undefined
  maxWarnings: number
  baseline: BaselineRequest | undefined
  quiet: boolean
  color: boolean
  /** Check what is staged in git, not what is on disk. */
  staged: boolean
  /** Only findings on lines that a change adds or changes count. */
  onlyChangedLines: boolean
  /** Check again what changes on disk, until the person leaves. */
  watch: boolean
  /** Tell how long each part of the check has taken. */
  stats: boolean
  /** Keep what is found, and use what was found before. */
  cache: {folder?: string} | undefined
  /** How many threads share the work; the program decides when absent. */
  threads: number | undefined
}

/** What to do with the list of known findings. */
export interface BaselineRequest {
  mode: 'read' | 'write' | 'dry-run'
  /** Absent for the usual place. */
  file?: string
}

export interface Output {
  format: Format
  /** Absent for standard output. */
  file?: string
}

export const formats = [
  'terminal',
  'text',
  'json',
  'jsonl',
  'markdown',
  'html',
  'github',
  'summary',
  'sarif',
  'code-scanning',
  'rdjson',
  'checkstyle',
  'junit',
] as const
export type Format = (typeof formats)[number]

/** @throws Problem that says which option is wrong */
export const readRequest = (paths: string[], flags: CheckFlags): CheckRequest => {
  const baseline = readBaseline(flags)
  if (flags.watch) refuseWith('watch', paths, flags)
  if (flags.staged) refuseWith('staged', paths, flags)
  if (flags.annotate !== undefined) refuseWithAnnotate(flags)
  if (flags.stats && flags.watch) throw new Problem('stats.watch')
  if (flags.onlyChangedLines && !flags.staged) throw new Problem('changedLines.alone')
  return {
    paths,
    outputs: flags.format.length > 0 ? flags.format.map(readOutput) : [{format: defaultFormat()}],
    fix: flags.fix ? 'write' : flags.fixDryRun ? 'dry-run' : 'no',
    annotate: flags.annotate,
    lang: readLang(flags.lang),
    stdinName: flags.stdinFilename,
    ...readCircumstances(flags),
    maxWarnings: readNumber(flags.maxWarnings),
    baseline,
    quiet: flags.quiet ?? false,
    color: wantsColor(flags.color),
    staged: flags.staged ?? false,
    onlyChangedLines: flags.onlyChangedLines ?? false,
    watch: flags.watch ?? false,
    stats: flags.stats ?? false,
    cache: readCache(flags),
    threads: readThreads(flags),
  }
}

/** What writes or is read once does not go with looking again and again, nor with what is staged. */
const refuseWith = (option: 'watch' | 'staged', paths: readonly string[], flags: CheckFlags): void => {
  if (paths.includes('-')) throw new Problem(`${option}.stdin`)
  const writing = {
    '--fix': flags.fix,
    '--fix-dry-run': flags.fixDryRun,
    '--write-baseline': flags.writeBaseline,
    '--write-baseline-dry-run': flags.writeBaselineDryRun,
    ...(option === 'staged' && {'--watch': flags.watch}),
  }
  const [name] = Object.entries(writing).find(([, value]) => value) ?? []
  if (name !== undefined) throw new Problem(`${option}.writing`, {name})
}

/** One document as it is on disk gets one copy. */
const refuseWithAnnotate = (flags: CheckFlags): void => {
  const others = {
    '--fix': flags.fix,
    '--fix-dry-run': flags.fixDryRun,
    '--staged': flags.staged,
    '--watch': flags.watch,
  }
  const [name] = Object.entries(others).find(([, value]) => value) ?? []
  if (name !== undefined) throw new Problem('annotate.together', {name})
}

/** A person at a terminal gets the screen; pipes, build servers and screen readers get plain lines. */
const defaultFormat = (): Format => (isScreen(process.stdout) ? 'terminal' : 'text')

const readOutput = (text: string): Output => {
  const colon = text.indexOf(':')
  const format = readFormat(colon < 0 ? text : text.slice(0, colon), formats)
  if (colon === text.length - 1) throw new Problem('output.noName', {name: text})
  return {format, ...(colon >= 0 && {file: text.slice(colon + 1)})}
}

/** A name that is no list is most likely an ad, which the option has taken for its own. */
const readBaseline = ({
  baseline,
  writeBaseline,
  writeBaselineDryRun,
}: CheckFlags): BaselineRequest | undefined => {
  const flag = writeBaseline ?? writeBaselineDryRun ?? baseline
  if (flag === undefined) return undefined
  const names = [writeBaseline, writeBaselineDryRun, baseline].filter((name) => typeof name === 'string')
  const wrong = names.find((name) => !name.endsWith('.json'))
  if (wrong !== undefined) throw new Problem('baseline.name', {name: wrong})
  const mode = writeBaseline ? 'write' : writeBaselineDryRun ? 'dry-run' : 'read'
  return {mode, ...(names[0] !== undefined && {file: names[0]})}
}

/** Who names a folder wants it used. */
const readCache = ({cache, cacheLocation: folder}: CheckFlags): CheckRequest['cache'] =>
  cache || folder !== undefined ? {...(folder !== undefined && {folder})} : undefined

const readThreads = ({threads}: CheckFlags): number | undefined => {
  if (threads === undefined) return undefined
  const number = readNumber(threads)
  if (number < 1 || number > mostThreads) throw new Problem('threads', {most: String(mostThreads)})
  return number
}

/** More would take gigabytes of memory. */
const mostThreads = 64

const readNumber = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new Problem('number', {name: text})
  return Number(text)
}
