import path from 'node:path'
import {lastAtOrBefore} from '../../src/posting/place.ts'
import type {Finding} from '../../src/report/types.ts'
import {checkAd} from '../check/ads.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {packsNamed} from '../configs.ts'
import {readBlobs} from '../git/blobs.ts'
import {type Before, type Change, type ChangedLines, changedLinesIn} from '../git/changes.ts'
import type {Input} from '../inputs.ts'
import type {Snapshot} from './snapshot.ts'

/** Checks an ad as it was; gives nothing when that cannot be checked. */
type CheckOld = (file: string, bytes: Uint8Array) => Promise<readonly Finding[]>

/** Marks the findings as known that have nothing to do with the lines that the changes add or change. */
export const markOld = async (
  ads: readonly CheckedAd[],
  {root, comparisons, changes}: Snapshot,
  request: CheckRequest,
  found: Found,
): Promise<CheckedAd[]> => {
  const checkOld = oldChecker(request, found)
  const paths = changes.flatMap(({path: name, before}) => [name, ...before.flatMap((one) => one?.path ?? [])])
  const changed = comparisons.map((comparison) => changedLinesIn(comparison, [...new Set(paths)]))
  const byFile = new Map(changes.map((change) => [path.join(root, change.path), change]))
  return Promise.all(
    ads.map(async (ad) => {
      const change = byFile.get(path.resolve(ad.file.path))
      const isNew = change === undefined || change.before.every((before) => before === undefined)
      return isNew || hasNoLines(ad) ? ad : withOldMarked(ad, change, changed, checkOld)
    }),
  )
}

/** What git calls lines of a document are none of its own, so that all of it counts as changed. */
const hasNoLines = ({file}: CheckedAd): boolean => file.unit === 'paragraph'

const oldChecker = (request: CheckRequest, {lang, configOf, files}: Found): CheckOld => {
  const packs = packsNamed(request.policies, files)
  return async (file, bytes) => {
    const circumstances = {lang, config: await configOf(path.dirname(file)), packs: await packs}
    const input: Input = {path: file, read: async () => bytes}
    return checkAd(input, request, circumstances).then(
      (checked) => checked.file.findings,
      () => [],
    )
  }
}

const withOldMarked = async (
  ad: CheckedAd,
  change: Change,
  changed: readonly ChangedLines[],
  checkOld: CheckOld,
): Promise<CheckedAd> => {
  const {file, source} = ad
  const touches = toucherOf(source, change, changed)
  const before = change.before.filter((one) => one !== undefined)
  const isForWhole = file.findings.some(({place}) => place === undefined)
  const old = isForWhole ? await findingsOfWhole(file.path, before, checkOld) : new Set()
  const findings = file.findings.map((finding): Finding => {
    const isOld = finding.place ? !touches(finding.place) : old.has(keyOf(finding))
    return isOld && finding.waiver === undefined ? {...finding, known: true} : finding
  })
  return {...ad, file: {...file, findings}}
}

/** What was missing already. */
const findingsOfWhole = async (
  file: string,
  before: readonly Before[],
  checkOld: CheckOld,
): Promise<Set<string>> => {
  const blobs = readBlobs(before.map(({blob}) => blob))
  const found = await Promise.all(before.map(({blob}) => checkOld(file, blobs.get(blob)!)))
  return new Set(
    found
      .flat()
      .filter(({place, waiver}) => place === undefined && waiver === undefined)
      .map(keyOf),
  )
}

const keyOf = ({ruleId, messageId}: Finding): string => `${ruleId} ${messageId}`

/** Tells whether a place touches lines that are other than in all that they are compared with. */
const toucherOf = (source: string, {blob, before}: Change, changed: readonly ChangedLines[]) => {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)]
  const lineAt = (offset: number): number => lastAtOrBefore(starts, offset) + 1
  const lines = before.flatMap((one, i) =>
    one === undefined ? [] : (changed[i]?.get(`${one.blob}..${blob}`) ?? new Set<number>()),
  )
  return ({start, end}: NonNullable<Finding['place']>): boolean => {
    const last = lineAt(Math.max(start.offset, end.offset - 1))
    for (let line = lineAt(start.offset); line <= last; line++)
      if (lines.every((numbers) => numbers.has(line))) return true
    return false
  }
}
