import type {Finding} from '../../src/report/types.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import type {Before} from '../git/changes.ts'
import {type CheckOld, oldChecker} from './before.ts'
import type {Snapshot} from './snapshot.ts'
import {readTouched, type Touched} from './touched.ts'

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
  const ads = await checkOld(file, before)
  return new Set(
    ads
      .flatMap((ad) => ad.file.findings)
      .filter(({place, waiver}) => place === undefined && waiver === undefined)
      .map(keyOf),
  )
}

const keyOf = ({ruleId, messageId}: Finding): string => `${ruleId} ${messageId}`
