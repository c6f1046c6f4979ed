import path from 'node:path'
import {safe} from '../../src/report/safe.ts'
import {type Lang, languages} from '../texts.ts'
import type {HookFlags} from './flags.ts'
import {findRepository, type Repository} from './git.ts'
import {type Manager, managersOf, type Proposal} from './managers.ts'
import {type HookName, hookNames} from './names.ts'
import {lookAt} from './place.ts'
import {carryOut, planInstall, planUninstall, type Step} from './plan.ts'
import {nameBefore, scriptOf} from './script.ts'
import {sayHook} from './texts.ts'

/** What an installation does, or what to tell a person who has a manager of hooks. */
export interface Installation {
  repository: Repository
  steps: Step[]
  managers: Manager[]
}

export interface Wanted {
  names: readonly HookName[]
  /** The language of what stands in the hooks. */
  lang: Lang
  /** Words for `utlys hook run`. */
  options?: readonly string[]
  /** Also where a program manages the hooks. */
  force?: boolean
}

/** @throws Problem where no hook can be installed */
export const planInstallation = ({names, lang, options = [], force = false}: Wanted): Installation => {
  const repository = findRepository()
  const places = hookNames.map((name) => lookAt(repository.hooks, name))
  const managers = force ? [] : managersOf(repository, places)
  if (managers.length > 0) return {repository, steps: [], managers}
  const wanted = places.filter(({name}) => names.includes(name))
  const steps = wanted.map((place) =>
    planInstall(place, scriptOf({name: place.name, lang, ...programs(), options})),
  )
  return {repository, steps, managers}
}

/** What runs now. Node.js leaves links as they are in the name of the script, which outlive a new version. */
const programs = () => ({node: process.execPath, utlys: path.resolve(process.argv[1] ?? '')})

const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** Runs `utlys hook install` and returns the exit code: 1 when a manager of hooks has to be told. */
export const install = (flags: HookFlags, lang: Lang): number => {
  const names = namesIn(flags) ?? ['pre-commit']
  const fileLang = languages.find((one) => one === flags.lang) ?? (lang === 'nn' ? 'nn' : 'nb')
  const options = optionsIn(flags)
  const installation = planInstallation({names, lang: fileLang, options, force: flags.force ?? false})
  for (const step of installation.steps) {
    if (!flags.dryRun) carryOut(step)
    print(toldOf(step, lang, flags.dryRun))
  }
  const reach = reachOf(installation.repository, lang)
  if (installation.steps.length > 0 && reach !== undefined) print(reach)
  return tellManagers(installation.managers, {names, options, lang}) ? 0 : 1
}

/** What to know of the folder of hooks; undefined when it is the usual one. */
export const reachOf = ({reach, hooks}: Repository, lang: Lang): string | undefined =>
  reach === 'repository' ? undefined : sayHook(lang, `reach.${reach}`, {path: shown(hooks)})

/** Runs `utlys hook uninstall` and returns the exit code. */
export const uninstall = (flags: HookFlags, lang: Lang): number => {
  const {hooks} = findRepository()
  for (const name of namesIn(flags) ?? hookNames) {
    const step = planUninstall(lookAt(hooks, name))
    if (!flags.dryRun) carryOut(step)
    print(toldOf(step, lang, flags.dryRun))
  }
  return 0
}

/** The hooks that are named; undefined when none is. */
export const namesIn = ({preCommit, prePush}: HookFlags): HookName[] | undefined => {
  const given = {'pre-commit': preCommit, 'pre-push': prePush}
  const names = hookNames.filter((name) => given[name])
  return names.length > 0 ? names : undefined
}

const optionsIn = ({onlyChangedLines, baseline, maxWarnings}: HookFlags): string[] => [
  ...(onlyChangedLines ? ['--only-changed-lines'] : []),
  ...(baseline === undefined ? [] : [baseline === true ? '--baseline' : `--baseline=${baseline}`]),
  ...(maxWarnings === undefined ? [] : [`--max-warnings=${maxWarnings}`]),
]

/** As people see it from where they are. */
export const shown = (file: string): string => {
  const near = path.relative('.', file)
  return near.split(path.sep).filter((part) => part === '..').length > 2 ? file : near
}

export const toldOf = ({kind, place}: Step, lang: Lang, isDry = false): string => {
  const changes = kind !== 'keep' && kind !== 'absent'
  const data = {path: shown(place.file), before: nameBefore(place.name)}
  return sayHook(lang, isDry && changes ? `dry.${kind}` : kind, data)
}

export interface Telling {
  names: readonly HookName[]
  options: readonly string[]
  lang: Lang
}

/** Tells what each manager needs; gives whether they have it all. */
export const tellManagers = (managers: readonly Manager[], telling: Telling): boolean => {
  const {names, lang} = telling
  const lacking = managers.filter(({proposals}) =>
    names.some((name) => !proposals.find(({hook}) => hook === name)?.isThere),
  )
  for (const manager of managers) for (const line of linesFor(manager, telling)) print(line)
  if (lacking.length > 0) print(`\n${sayHook(lang, 'manager.force')}`)
  return lacking.length === 0
}

const linesFor = ({id, proposals}: Manager, {names, options, lang}: Telling): string[] => {
  const parts = names.map((name) => {
    const proposal = proposals.find(({hook}) => hook === name)
    if (!proposal) return [sayHook(lang, 'manager.none', {manager: id, hook: name})]
    if (proposal.isThere)
      return [sayHook(lang, 'manager.there', {manager: id, hook: name, path: proposal.file})]
    return ['', ...snippetOf(proposal, options, lang)]
  })
  return [sayHook(lang, 'manager', {manager: id}), ...parts.flat()]
}

const snippetOf = (
  {hook, file, under, text, after}: Proposal,
  options: readonly string[],
  lang: Lang,
): string[] => {
  const key = under === undefined ? 'manager.in' : 'manager.under'
  const command = ['run', hook, ...options].join(' ')
  const lines = text.replace(`run ${hook}`, command).split('\n')
  return [
    sayHook(lang, key, {path: file, ...(under !== undefined && {under})}),
    '',
    ...lines.map((line) => `  ${safe(line)}`),
    ...(after === undefined ? [] : ['', sayHook(lang, 'manager.after', {command: after})]),
  ]
}
