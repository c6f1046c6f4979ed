import path from 'node:path'
import type {Finding} from '../../src/report/types.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import {nameIn} from '../git/files.ts'
import {readTouched} from '../staged/touched.ts'
import type {Scope} from './ads.ts'

/**
 * The findings that have to do with a change: on lines that are new or other than they were, and of a changed ad as a
 * whole. All of them when nothing is known of the change.
 */
export const findingsOnChange = (
  ads: readonly CheckedAd[],
  {found, entries, root}: Scope,
): ReadonlySet<Finding> => {
  const snapshot = found?.snapshot
  if (!snapshot || !entries) return new Set(ads.flatMap(({file}) => file.findings))
  const touchedIn = readTouched(snapshot)
  const changed = new Set(snapshot.changes.map((change) => change.path))
  const onChange = ads.flatMap((ad): Finding[] => {
    const name = nameIn(root, path.resolve(ad.file.path))
    if (!changed.has(name) && entries.has(name)) return []
    const touched = touchedIn(ad)
    return ad.file.findings.filter(({place}) => !touched || !place || touched.touches(place))
  })
  return new Set(onChange)
}
