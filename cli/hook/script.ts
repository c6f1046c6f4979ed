import path from 'node:path'
import {draftExtensions} from '../../src/posting/readers/index.ts'
import type {Lang} from '../texts.ts'
import template from './hook.sh?raw'
import type {HookName} from './names.ts'
import {sayHook} from './texts.ts'

/** Goes up when hooks that are installed should be written anew. */
export const scriptVersion = 1

/** What a hook of ours is written from. */
export interface ScriptData {
  name: HookName
  /** The language of its comments, and of what it says when it cannot run. */
  lang: Lang
  /** Absolute paths. */
  node: string
  utlys: string
  /** Words for `utlys hook run`. */
  options: readonly string[]
}

/** The name that a hook which was there before gets. */
export const nameBefore = (name: HookName): string => `${name}.before-utlys`

/**
 * The hook. When neither utlys nor Node.js is to be found it stops what may be an ad, and lets all else through:
 * programs with windows show what a hook says only when it stops, so that an ad would go unchecked and nobody know.
 */
export const scriptOf = ({name, lang, node, utlys, options}: ScriptData): string => {
  const values: Record<string, string> = {
    version: String(scriptVersion),
    about: sayHook(lang, 'script.about'),
    node: quoted(shellPath(node)),
    utlys: quoted(withSlashes(utlys)),
    before: nameBefore(name),
    words: [name, ...options.map(quoted), ...inputs[name].words].join(' '),
    missing: quoted(sayHook(lang, `script.missing.${name}`)),
    take: inputs[name].take,
    give: inputs[name].give,
    unless: inputs[name].unless,
  }
  return template
    .replaceAll('\r\n', '\n')
    .replace(/(?<!\$)\{([a-z]+)\}/g, (place, key: string) => values[key] ?? place)
    .replace(/\n{3,}/g, '\n\n')
}

const patterns = draftExtensions.map((extension) => `':(icase)*.${extension}'`).join(' ')

interface Input {
  /** Reads standard input. */
  take: string
  /** Gives what was read to a program. */
  give: string
  /** What git tells by arguments. */
  words: readonly string[]
  /** When there is nothing to check. */
  unless: string
}

/** Git gives one hook a list on standard input, which has to reach more than one program. */
const inputs: Record<HookName, Input> = {
  'pre-commit': {
    take: '',
    give: '',
    words: [],
    unless: `git diff --cached --quiet --diff-filter=d -- ${patterns}`,
  },
  'pre-push': {
    take: 'pushed=$(cat)\ngive() { [ -z "$pushed" ] || printf \'%s\\n\' "$pushed" 2>/dev/null; }\n',
    give: 'give | ',
    words: ['--', '"$@"'],
    unless: '[ -z "$pushed" ]',
  },
}

/** As one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** `C:\Program Files` is `/c/Program Files` to the shell that git brings to Windows. */
export const shellPath = (file: string, separator: string = path.sep): string =>
  withSlashes(file, separator).replace(
    /^([A-Za-z]):(?=\/)/,
    (_match, drive: string) => `/${drive.toLowerCase()}`,
  )

const withSlashes = (file: string, separator: string = path.sep): string => file.replaceAll(separator, '/')

/** What a hook of ours says of itself. */
export interface Script {
  version: number
  node: string
  utlys: string
  options: string[]
}

/** Undefined when the hook is not ours. */
export const readScript = (text: string): Script | undefined => {
  const [, version] = /^#!.*\n# utlys-hook (\d+)\r?\n/.exec(text) ?? []
  if (version === undefined) return undefined
  const [, words = ''] = /^set -- hook run (.*)/m.exec(text) ?? []
  return {
    version: Number(version),
    node: assigned('node', text),
    utlys: assigned('utlys', text),
    options: [...words.matchAll(new RegExp(word, 'g'))].map(([one]) => unquoted(one)),
  }
}

const word = "(?:'[^']*'|\\\\')+"

const assigned = (key: string, text: string): string =>
  unquoted(new RegExp(`^${key}=(${word})`, 'm').exec(text)?.[1] ?? '')

const unquoted = (text: string): string =>
  text.replaceAll("'\\''", '\0').replaceAll("'", '').replaceAll('\0', "'")
