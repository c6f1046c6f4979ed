import type {CheckFlags} from '../commands/check.ts'
import {type Circumstances, readCircumstances, readFormat, readLang, wantsColor} from '../options.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'

/** What the command line asks for, validated. */
export interface CheckRequest extends Circumstances {
  paths: string[]
  outputs: Output[]
  fix: 'no' | 'dry-run' | 'write'
  stdinName: string
  lang: Lang | undefined
  maxWarnings: number
  quiet: boolean
  color: boolean
}

export interface Output {
  format: Format
  /** Absent for standard output. */
  file?: string
}

const formats = ['terminal', 'text', 'json'] as const
export type Format = (typeof formats)[number]

/** @throws Problem that says which option is wrong */
export const readRequest = (paths: string[], flags: CheckFlags): CheckRequest => {
  if (paths.length === 0) throw new Problem('noPaths')
  return {
    paths,
    lang: readLang(flags.lang),
    outputs: flags.format.length > 0 ? flags.format.map(readOutput) : [{format: defaultFormat()}],
    fix: flags.fix ? 'write' : flags.fixDryRun ? 'dry-run' : 'no',
    stdinName: flags.stdinFilename,
    ...readCircumstances(flags),
    maxWarnings: readNumber(flags.maxWarnings),
    quiet: flags.quiet ?? false,
    color: wantsColor(flags.color),
  }
}

/** A person at a terminal gets the screen; pipes and build servers get plain lines. */
const defaultFormat = (): Format => (process.stdout.isTTY && !process.env.CI ? 'terminal' : 'text')

const readOutput = (text: string): Output => {
  const colon = text.indexOf(':')
  const format = readFormat(colon < 0 ? text : text.slice(0, colon), formats)
  return {format, ...(colon >= 0 && {file: text.slice(colon + 1)})}
}

const readNumber = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new Problem('number', {name: text})
  return Number(text)
}
