import path from 'node:path'
import {isDate} from '../../src/calendar/index.ts'
import type {CheckFlags} from '../commands/check.ts'
import {Problem, readLang} from '../problem.ts'
import type {Lang} from '../texts.ts'

/** What the command line asks for, validated. */
export interface CheckRequest {
  paths: string[]
  outputs: Output[]
  fix: 'no' | 'dry-run' | 'write'
  stdinName: string
  config: string | undefined
  profile: Record<string, string>
  portal: string[]
  /** Names or folders of packs. */
  policies: string[]
  /** ISO date */
  today: string
  lang: Lang | undefined
  maxWarnings: number
  baseline: BaselineRequest | undefined
  quiet: boolean
  color: boolean
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

const formats = ['terminal', 'text', 'json', 'markdown'] as const
export type Format = (typeof formats)[number]

/** @throws Problem that says which option is wrong */
export const readRequest = (paths: string[], flags: CheckFlags): CheckRequest => {
  const baseline = readBaseline(flags)
  if (paths.length === 0) throw new Problem('noPaths')
  return {
    paths,
    outputs: flags.format.length > 0 ? flags.format.map(readOutput) : [{format: defaultFormat()}],
    fix: flags.fix ? 'write' : flags.fixDryRun ? 'dry-run' : 'no',
    stdinName: flags.stdinFilename,
    config: flags.config === undefined ? undefined : path.resolve(flags.config),
    profile: Object.fromEntries(flags.profile.map(readKeyValue)),
    portal: flags.felt.map((field) => field.split('=')[0]!),
    policies: flags.policy,
    today: readDate(flags.today),
    lang: flags.lang === undefined ? undefined : readLang(flags.lang),
    maxWarnings: readNumber(flags.maxWarnings),
    baseline,
    quiet: flags.quiet ?? false,
    color: flags.color && !process.env.NO_COLOR && process.stdout.isTTY === true,
  }
}

/** A person at a terminal gets the screen; pipes and build servers get plain lines. */
const defaultFormat = (): Format => (process.stdout.isTTY && !process.env.CI ? 'terminal' : 'text')

const readOutput = (text: string): Output => {
  const colon = text.indexOf(':')
  const name = colon < 0 ? text : text.slice(0, colon)
  const format = formats.find((known) => known === name)
  if (!format) throw new Problem('format', {name, known: formats.join(', ')})
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

const readKeyValue = (text: string): [string, string] => {
  const equals = text.indexOf('=')
  if (equals < 1) throw new Problem('keyValue', {name: text})
  return [text.slice(0, equals), text.slice(equals + 1)]
}

const readDate = (text: string | undefined): string => {
  if (text === undefined) return localDate(new Date())
  if (!isDate(text)) throw new Problem('date', {name: text})
  return text
}

const localDate = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

const readNumber = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new Problem('number', {name: text})
  return Number(text)
}
