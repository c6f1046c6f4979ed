import path from 'node:path'
import {listFindings, markKnown} from '../../src/baseline/known.ts'
import type {Finding} from '../../src/report/types.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import type {CheckRequest} from '../check/request.ts'
import {nameIn} from '../git/files.ts'
import {type CheckOld, oldChecker} from '../staged/before.ts'
import {readTouched, type Touched} from '../staged/touched.ts'
import type {Scope} from './ads.ts'

/**
 * The findings that have to do with a change: on lines that are new or other than they were, those that an ad has got by
 * it on other lines, and those of a changed ad as a whole. All of them when nothing is known of the change.
 */
export const findingsOnChange = async (
  ads: readonly CheckedAd[],
  {found, entries, root}: Scope,
  request: CheckRequest,
): Promise<ReadonlySet<Finding>> => {
  if (!found?.snapshot || !entries) return new Set(ads.flatMap(({file}) => file.findings))
  const checkOld = oldChecker(request, found)
  const touchedIn = readTouched(found.snapshot)
  const changed = new Set(found.snapshot.changes.map((change) => change.path))
  const onChange = ads.map(async (ad): Promise<Finding[]> => {
    const name = nameIn(root, path.resolve(ad.file.path))
    if (!changed.has(name) && entries.has(name)) return []
    const touched = touchedIn(ad)
    return touched ? findingsBy(ad, touched, checkOld) : ad.file.findings
  })
  return new Set((await Promise.all(onChange)).flat())
}

const findingsBy = async (
  {file, source}: CheckedAd,
  {before, touches}: Touched,
  checkOld: CheckOld,
): Promise<Finding[]> => {
  const hasLines = file.unit === undefined
  const isBeside = ({place}: Finding): boolean => place !== undefined && !(hasLines && touches(place))
  const beside = file.findings.filter(isBeside)
  const others = file.findings.filter((finding) => !isBeside(finding))
  if (beside.length === 0) return others
  const old = (await checkOld(file.path, before)).map((ad) => ({...ad, name: ''}))
  const [marked] = markKnown([{name: '', file: {...file, findings: beside}, source}], listFindings(old))
  return [...others, ...beside.filter((_finding, i) => !marked!.findings[i]!.known)]
}
