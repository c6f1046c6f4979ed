import path from 'node:path'
import {lastAtOrBefore} from '../../src/posting/place.ts'
import type {Place} from '../../src/posting/types.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import {type Before, type Change, type ChangedLines, changedLinesIn} from '../git/changes.ts'
import type {Snapshot} from './snapshot.ts'

/** An ad that was there before a change. */
export interface Touched {
  /** What it was. */
  before: readonly Before[]
  /** Whether a place touches lines that are other than in all that they are compared with; where there are no lines, yes. */
  touches(place: Place): boolean
}

/** Tells of each ad what the changes have touched; undefined for one that is new as a whole. */
export const readTouched = ({root, comparisons, changes}: Snapshot) => {
  const paths = changes.flatMap(({path: name, before}) => [name, ...before.flatMap((one) => one?.path ?? [])])
  const changed = comparisons.map((comparison) => changedLinesIn(comparison, [...new Set(paths)]))
  const byFile = new Map(changes.map((change) => [path.join(root, change.path), change]))
  return ({file, source}: CheckedAd): Touched | undefined => {
    const change = byFile.get(path.resolve(file.path))
    const before = change?.before.filter((one) => one !== undefined) ?? []
    if (!change || before.length === 0) return undefined
    return {before, touches: file.unit ? () => true : toucherOf(source, change, changed)}
  }
}

const toucherOf = (source: string, {blob, before}: Change, changed: readonly ChangedLines[]) => {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)]
  const lineAt = (offset: number): number => lastAtOrBefore(starts, offset) + 1
  const lines = before.flatMap((one, i) =>
    one === undefined ? [] : (changed[i]?.get(`${one.blob}..${blob}`) ?? new Set<number>()),
  )
  return ({start, end}: Place): boolean => {
    const last = lineAt(Math.max(start.offset, end.offset - 1))
    for (let line = lineAt(start.offset); line <= last; line++)
      if (lines.every((numbers) => numbers.has(line))) return true
    return false
  }
}
