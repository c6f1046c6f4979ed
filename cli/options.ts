import path from 'node:path'
import type {Command as Commander} from 'commander'
import {isDate} from '../src/calendar/index.ts'
import type {LanguageFlags} from './language.ts'
import {Problem} from './problem.ts'

/** The options that several commands have. */

/** One of the formats of a command. @throws Problem */
export const readFormat = <Format extends string>(name: string, formats: readonly Format[]): Format => {
  const format = formats.find((known) => known === name)
  if (!format) throw new Problem('format', {name, known: formats.join(', ')})
  return format
}

/** `KEY=VALUE` of `--profile`. @throws Problem */
const readKeyValue = (text: string): [string, string] => {
  const equals = text.indexOf('=')
  if (equals < 1) throw new Problem('keyValue', {name: text})
  return [text.slice(0, equals), text.slice(equals + 1)]
}

/** @throws Problem */
export const readProfile = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(given.map(readKeyValue))

/** What the command line says of the employer and the day, as every command that checks has it. */
export interface Circumstances {
  /** Absolute path. */
  config: string | undefined
  profile: Record<string, string>
  portal: string[]
  /** Names or folders of packs. */
  policies: string[]
  /** ISO date */
  today: string
}

/** The flags that they are read from, as commander gives them. */
export interface CircumstanceFlags extends LanguageFlags {
  profile: string[]
  felt: string[]
  policy: string[]
  today?: string
}

/** @throws Problem that says which option is wrong */
export const readCircumstances = ({
  config,
  profile,
  felt,
  policy,
  today,
}: CircumstanceFlags): Circumstances => ({
  config: config === undefined ? undefined : path.resolve(config),
  profile: readProfile(profile),
  portal: felt.map((field) => field.split('=')[0]!),
  policies: policy,
  today: readDate(today),
})

/** Adds these options, and the language, to a command. */
export const addCircumstances = (command: Commander): Commander =>
  command
    .option('-c, --config <file>', 'option.config')
    .option('-p, --profile <key=value>', 'option.profile', collect, [])
    .option('--felt <field>', 'option.felt', collect, [])
    .option('--policy <pack>', 'option.policy', collect, [])
    .option('--today <date>', 'option.today')
    .option('-l, --lang <lang>', 'option.lang')

/** An ISO date, today when absent. @throws Problem */
const readDate = (text: string | undefined): string => {
  if (text === undefined) return localDate(new Date())
  if (!isDate(text)) throw new Problem('date', {name: text})
  return text
}

export const localDate = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** Colours are for a person at a terminal who has not turned them off. */
export const wantsColor = (flag: boolean): boolean =>
  flag && !process.env.NO_COLOR && process.stdout.isTTY === true

/** How many columns there are to print in. */
export const columns = (): number => process.stdout.columns || Number(process.env.COLUMNS) || 100

/** For options that may be given several times. */
export const collect = (value: string, all: string[]): string[] => [...all, value]
