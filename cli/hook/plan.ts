import {chmodSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {Problem} from '../problem.ts'
import type {Place} from './place.ts'

/** What is to be done to one hook. The text is the hook as it will be. */
export interface Step {
  kind: 'write' | 'renew' | 'chain' | 'keep' | 'remove' | 'restore' | 'absent'
  place: Place
  text: string
}

/** @throws Problem when what is there would be lost, or could not be run from elsewhere */
export const planInstall = (place: Place, text: string): Step => {
  const {hook, hasBefore, isExecutable, file, before} = place
  if (hook === 'ours') return {kind: place.text === text && isExecutable ? 'keep' : 'renew', place, text}
  if (hook === 'none') return {kind: 'write', place, text}
  if (hasBefore) throw new Problem('hook.two', {path: file, other: before})
  if (asksItsName.test(place.text)) throw new Problem('hook.asksItsName', {path: file, name: place.name})
  return {kind: 'chain', place, text}
}

/** A hook that does what its own name says cannot be run by another name. */
const asksItsName = /basename[^\n]{0,200}\$0|\$\{0##|basename\(__FILE__\)|"\$\(dirname "\$0"\)\/h"/

export const planUninstall = (place: Place): Step => {
  if (place.hook !== 'ours') return {kind: 'absent', place, text: ''}
  return {kind: place.hasBefore ? 'restore' : 'remove', place, text: ''}
}

/** Does it, so that there is a whole hook at every moment. @throws Problem when the file system says no */
export const carryOut = ({kind, place: {file, before}, text}: Step): void => {
  try {
    if (kind === 'restore') renameSync(before, file)
    if (kind === 'remove') rmSync(file)
    if (kind === 'write' || kind === 'renew' || kind === 'chain')
      put(file, text, kind === 'chain' ? before : undefined)
  } catch (error) {
    throw new Problem('unwritable', {
      path: file,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    })
  }
}

const put = (file: string, text: string, before: string | undefined): void => {
  mkdirSync(path.dirname(file), {recursive: true})
  const beside = `${file}.utlys-${process.pid}`
  try {
    writeFileSync(beside, text, {flag: 'wx'})
    chmodSync(beside, 0o777 & ~process.umask())
    if (before !== undefined) renameSync(file, before)
    renameSync(beside, file)
  } finally {
    rmSync(beside, {force: true})
  }
}
