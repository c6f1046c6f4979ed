import {type Change, changesFrom} from '../git/changes.ts'
import {type Entries, indexEntries} from '../git/entries.ts'

/** What is in the index: the files that the next commit adds or changes, and those that a configuration may be made of. */
export interface Look {
  changes: readonly Change[]
  /** Empty when nothing is changed. */
  entries: Entries
}

const configFiles = ['yml', 'yaml', 'json'].map((ending) => `:(top,glob)**/*.${ending}`)

export const lookAtIndex = (): Look => {
  const changes = changesFrom([['--cached']])
  return {changes, entries: changes.length === 0 ? new Map() : indexEntries(configFiles)}
}

let kept: Look | undefined

/** For who looks next in this run. */
export const keepLook = (look: Look): void => {
  kept = look
}

export const takeLook = (): Look => {
  const look = kept ?? lookAtIndex()
  kept = undefined
  return look
}
