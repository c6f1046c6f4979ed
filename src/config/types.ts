import type {Pack} from '../engine/packs.ts'
import type {Templates} from '../engine/settings.ts'

/** `utlys.yml` as its schema (`schemas/config.schema.json`) describes it. */
export interface Config {
  profil?: Record<string, string>
  språk?: 'nb' | 'nn' | 'en'
  /** Names of packs that come with the program, or folders of the employer's own. */
  policy?: string | string[]
  portal?: string[]
  filer?: (string | FileEntry)[]
  regler?: RuleEntries
  maler?: Templates
  unntak?: {regel: string; fil?: string; begrunnelse: string; av?: string; til?: string}[]
}

export interface FileEntry {
  mønster: string | string[]
  profil?: Record<string, string>
  portal?: string[]
  regler?: RuleEntries
}

/** A severity word, or the word with options. */
export type RuleEntries = Record<string, string | [string, Record<string, unknown>]>

/** A configuration with the file that it was read from. */
export interface LoadedConfig {
  config: Config
  /** The packs that it switches on. */
  packs: readonly Pack[]
  /** Absolute path of the file; the globs are relative to its folder. */
  path: string
  /** Whether a path relative to that folder matches a glob, or one of several. */
  matches(pattern: string | readonly string[], file: string): boolean
}

/** One thing that is wrong with a configuration. `code` is a key of the message catalogue. */
export interface ConfigProblem extends ConfigPlace {
  code: string
  data: Readonly<Record<string, string>>
}

/** A place in a configuration or a pack. */
export interface ConfigPlace {
  path: string
  line: number
  column: number
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({path, code}) => `${path}: ${code}`).join(', '))
    this.name = 'ConfigError'
  }
}
