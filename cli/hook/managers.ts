import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fill} from '../init/template.ts'
import type {Repository} from './git.ts'
import data from './managers.yml'
import {type HookName, hookNames} from './names.ts'
import type {Place} from './place.ts'

interface Snippet {
  file: string
  /** The key that it belongs under. */
  under?: string
  text: string
  after?: string
}

/** A program that manages the hooks of a repository. */
interface Kind extends Partial<Record<HookName, Snippet>> {
  id: string
  files: readonly string[]
  key?: string
  dependency?: string
  mark?: string
  own: boolean
  /** What is run afterwards. */
  after?: string
}

export interface Manager {
  id: string
  /** Writes the hooks of git itself. */
  own: boolean
  proposals: Proposal[]
}

/** What to write where, so that a manager runs utlys. */
export interface Proposal {
  hook: HookName
  file: string
  under: string | undefined
  text: string
  after: string | undefined
  /** It does so already. */
  isThere: boolean
}

const kinds = data as readonly Kind[]

/** The managers that a repository has. */
export const managersOf = ({top, hooks}: Repository, places: readonly Place[]): Manager[] => {
  const packageJson = readJson(path.join(top, 'package.json'))
  const found = kinds.filter(
    ({files, key, dependency, mark}) =>
      files.some((file) => existsSync(path.join(top, file))) ||
      (key !== undefined && key in packageJson) ||
      (dependency !== undefined && dependenciesIn(packageJson).includes(dependency)) ||
      (mark !== undefined && places.some(({text}) => text.includes(mark))),
  )
  const chosen = found.some(({own}) => own) ? found.filter(({own}) => own) : found
  return chosen.map((kind) => ({id: kind.id, own: kind.own, proposals: proposalsOf(kind, top, hooks)}))
}

const proposalsOf = (kind: Kind, top: string, hooks: string): Proposal[] => {
  const present = kind.files.find((name) => isFile(path.join(top, name)))
  const folder = path.basename(hooks) === '_' ? path.relative(top, path.dirname(hooks)) : '.husky'
  return hookNames.flatMap((hook) => {
    const snippet = kind[hook]
    if (!snippet) return []
    const {text, under, after = kind.after} = snippet
    const file = present ?? fill(snippet.file, {folder})
    const runs = runsUtlys(kind, hook)
    return {
      hook,
      file,
      under: file === path.basename(snippet.file) ? under : undefined,
      text,
      after,
      isThere: [file, 'package.json', ...kind.files].some((name) => runs.test(read(path.join(top, name)))),
    }
  })
}

const runsUtlys = ({own, id}: Kind, hook: HookName): RegExp => {
  if (!own) return /utlys\b/
  const named = id === 'pre-commit' && hook === 'pre-commit' ? '|id: *utlys' : ''
  return new RegExp(`utlys(?:\\.js)?["']? (?:hook|krok) run ${hook}${named}`)
}

const isFile = (file: string): boolean => statSync(file, {throwIfNoEntry: false})?.isFile() ?? false

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const readJson = (file: string): Record<string, unknown> => {
  try {
    const json: unknown = JSON.parse(read(file))
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const dependenciesIn = ({dependencies, devDependencies}: Record<string, unknown>): string[] =>
  Object.keys({...(dependencies as object), ...(devDependencies as object)})
