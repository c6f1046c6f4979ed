import {lstatSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import type {HookName} from './names.ts'
import {nameBefore, readScript, type Script} from './script.ts'

/** What there is of one hook in the folder of hooks. */
export interface Place {
  name: HookName
  file: string
  /** The hook that was there before utlys, which is run first. */
  before: string
  hasBefore: boolean
  hook: 'none' | 'ours' | 'other'
  text: string
  isExecutable: boolean
  /** What ours says of itself. */
  script: Script | undefined
}

export const lookAt = (folder: string, name: HookName): Place => {
  const file = path.join(folder, name)
  const before = path.join(folder, nameBefore(name))
  const text = textOf(file)
  const script = readScript(text)
  const hook = script ? 'ours' : isThere(file) ? 'other' : 'none'
  return {name, file, before, hasBefore: isThere(before), hook, text, isExecutable: canRun(file), script}
}

/** Also a link that leads nowhere. */
const isThere = (file: string): boolean => lstatSync(file, {throwIfNoEntry: false}) !== undefined

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Windows has no such mark, and git runs a hook there by its first line. */
export const canRun = (file: string): boolean => {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats !== undefined && (process.platform === 'win32' || (stats.mode & 0o111) !== 0)
}
