import path from 'node:path'
import type {Finding} from '../../src/report/types.ts'
import {checkInput} from '../check/ads.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {packsNamed} from '../configs.ts'
import {readBlobs} from '../git/blobs.ts'
import type {Before} from '../git/changes.ts'
import type {Input} from '../inputs.ts'
import type {Snapshot} from './snapshot.ts'
import {readTouched, type Touched} from './touched.ts'

/** Checks an ad as it was; gives nothing when that cannot be checked. */
type CheckOld = (file: string, bytes: Uint8Array) => Promise<readonly Finding[]>

/** Marks the findings as known that have nothing to do with the lines that the changes add or change. */
export const markOld = async (
  ads: readonly CheckedAd[],
  snapshot: Snapshot,
  request: CheckRequest,
  found: Found,
): Promise<CheckedAd[]> => {
  const checkOld = oldChecker(request, found)
  const touchedIn = readTouched(snapshot)
  return Promise.all(
    ads.map(async (ad) => {
      const touched = touchedIn(ad)
      return touched ? withOldMarked(ad, touched, checkOld) : ad
    }),
  )
}

const oldChecker = (request: CheckRequest, {lang, configOf, files}: Found): CheckOld => {
  const packs = packsNamed(request.policies, files)
  return async (file, bytes) => {
    const circumstances = {lang, config: await configOf(path.dirname(file)), packs: await packs}
    const input: Input = {path: file, read: async () => bytes}
    return checkInput(input, request, circumstances).then(
      (checked) => checked.flatMap(({file: {findings}}) => findings),
      () => [],
    )
  }
}

const withOldMarked = async (
  ad: CheckedAd,
  {before, touches}: Touched,
  checkOld: CheckOld,
): Promise<CheckedAd> => {
  const {file} = ad
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
