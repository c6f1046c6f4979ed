import path from 'node:path'
import {checkInput} from '../check/ads.ts'
import type {CheckedAd} from '../check/checked-ad.ts'
import {alone} from '../check/crew.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {packsNamed} from '../configs.ts'
import {readBlobs} from '../git/blobs.ts'
import type {Before} from '../git/changes.ts'

/** Checks an ad as it was, with the configuration of today; leaves out what cannot be checked. */
export type CheckOld = (file: string, before: readonly Before[]) => Promise<CheckedAd[]>

export const oldChecker = (request: CheckRequest, {lang, configOf, files}: Found): CheckOld => {
  const packs = packsNamed(request.policies, files)
  return async (file, before) => {
    const config = await configOf(path.dirname(file))
    const circumstances = {lang, config, packs: await packs, crew: alone}
    const blobs = readBlobs(before.map(({blob}) => blob))
    const ads = before.map(({blob}) =>
      checkInput({path: file, read: async () => blobs.get(blob)!}, request, circumstances).catch(() => []),
    )
    return (await Promise.all(ads)).flat()
  }
}
