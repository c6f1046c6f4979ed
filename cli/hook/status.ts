import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Lang} from '../texts.ts'
import type {HookFlags} from './flags.ts'
import {findRepository, type Repository} from './git.ts'
import {namesIn, reachOf, shown} from './install.ts'
import {type Manager, managersOf} from './managers.ts'
import {hookNames} from './names.ts'
import {canRun, lookAt, type Place} from './place.ts'
import {nameBefore, type Script, scriptVersion} from './script.ts'
import {sayHook} from './texts.ts'

/** What there is to tell of a hook, and how it is with it. */
interface Told {
  lines: string[]
  state: 'works' | 'fails' | 'none'
}

/** Runs `utlys hook status` and returns the exit code: 0 when a hook is there, and all that are there work. */
export const status = (flags: HookFlags, lang: Lang): number => {
  const repository = findRepository()
  const places = hookNames.map((name) => lookAt(repository.hooks, name))
  const managers = managersOf(repository, places)
  const named = namesIn(flags)
  const told = places
    .filter(({name}) => named?.includes(name) ?? true)
    .map((place) => tell(place, managers, repository, lang))
  const lines = told.flatMap((one) => one.lines)
  const reach = reachOf(repository, lang)
  process.stdout.write(`${[...lines, ...(reach === undefined ? [] : [reach])].join('\n')}\n`)
  const states = told.map(({state}) => state)
  const isEnough = named ? !states.includes('none') : states.includes('works')
  return isEnough && !states.includes('fails') ? 0 : 1
}

const tell = (place: Place, managers: readonly Manager[], repository: Repository, lang: Lang): Told => {
  const managed = managers.map((manager) => managedBy(manager, place, lang))
  const own = tellOwn(place, repository, lang)
  if (place.hook === 'ours' || managed.length === 0) return own
  const state = managed.find((one) => one.state !== 'none')?.state ?? 'none'
  return {lines: managed.flatMap((one) => one.lines), state}
}

const managedBy = ({id, own, proposals}: Manager, place: Place, lang: Lang): Told => {
  const data = {manager: id, hook: place.name}
  const proposal = proposals.find(({hook}) => hook === place.name)
  if (!proposal?.isThere) return {lines: [sayHook(lang, 'status.manager', data)], state: 'none'}
  const there = sayHook(lang, 'manager.there', {...data, path: proposal.file})
  if (place.hook === 'other' && place.isExecutable) return {lines: [there], state: 'works'}
  const command = proposal.after ?? `npx ${id}`
  const key = own ? 'status.managerIdle' : 'status.managerUnused'
  const idle = sayHook(lang, key, {manager: id, path: shown(place.file), command})
  return {lines: [there, `  ${idle}`], state: 'fails'}
}

const tellOwn = (place: Place, {top}: Repository, lang: Lang): Told => {
  const {name, file, hook, script, text, isExecutable} = place
  const data = {hook: name, path: shown(file)}
  if (!script) {
    const calls = hook === 'other' && isExecutable && /\butlys\b/.test(text)
    const key = calls ? 'status.calls' : hook === 'other' ? 'status.other' : 'status.none'
    return {lines: [sayHook(lang, key, data)], state: calls ? 'works' : 'none'}
  }
  const programs = [
    found('Node.js', script.node, elsewhere('node'), lang),
    found('utlys', script.utlys, inModules(top) ?? elsewhere('utlys'), lang),
  ]
  const remarks = [
    ...programs.map(({line}) => line),
    ...remarksOn(place, script, lang),
    ...(isExecutable ? [] : [sayHook(lang, 'status.notExecutable')]),
  ]
  const first = sayHook(lang, 'status.ours', {...data, version: String(script.version)})
  const works = isExecutable && programs.every(({isFound}) => isFound)
  return {lines: [first, ...remarks.map((line) => `  ${line}`)], state: works ? 'works' : 'fails'}
}

const remarksOn = ({before, hasBefore, name}: Place, {version, options}: Script, lang: Lang): string[] => {
  const key = canRun(before) ? 'status.before' : 'status.beforeIdle'
  return [
    ...(options.length > 0 ? [sayHook(lang, 'status.options', {options: options.join(' ')})] : []),
    ...(hasBefore ? [sayHook(lang, key, {before: nameBefore(name)})] : []),
    ...(version === scriptVersion ? [] : [sayHook(lang, 'status.old')]),
  ]
}

/** Whether a hook finds a program where it was, or somewhere else. */
const found = (program: string, file: string, other: string | undefined, lang: Lang) => {
  const isHere = existsSync(systemPath(file))
  const key = isHere ? 'found' : other === undefined ? 'missing' : 'elsewhere'
  const line = sayHook(lang, `status.${key}`, {program, path: file, ...(other !== undefined && {other})})
  return {line, isFound: key !== 'missing'}
}

/** `/c/Program Files` of a shell on Windows is `c:/Program Files`. */
const systemPath = (file: string): string =>
  path.sep === '\\' ? file.replace(/^\/([a-z])(?=\/)/, '$1:') : file

const inModules = (top: string): string | undefined => {
  const file = path.join(top, 'node_modules', '.bin', 'utlys')
  return existsSync(file) ? file : undefined
}

const elsewhere = (program: string): string | undefined => {
  const endings = path.sep === '\\' ? ['.exe', '.cmd', ''] : ['']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return folders
    .flatMap((folder) => endings.map((ending) => path.join(folder, `${program}${ending}`)))
    .find((file) => existsSync(file))
}
