import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import {checkPosting} from '../../src/engine/check.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {type Meter, unmeasured} from '../../src/meter.ts'
import {type Origin, readPostings} from '../../src/posting/read.ts'
import {packsNamed} from '../configs.ts'
import type {Input} from '../inputs.ts'
import {complain} from '../problem.ts'
import type {CheckedAd} from './checked-ad.ts'
import type {Found} from './find.ts'
import {openProgress, type Progress} from './progress.ts'
import type {CheckRequest} from './request.ts'

export interface CheckedAds {
  ads: CheckedAd[]
  /** Some could not be checked; it is told which. */
  hasTrouble: boolean
}

/** How a check goes on. */
export interface Course {
  /** Asked between two ads; the rest are left when it says yes. */
  isStopped?(): boolean
  /** Hears of each ad that cannot be checked; else it is said on standard error. */
  tell?: typeof complain
  /** Measures what each part of the work costs. */
  meter?: Meter | undefined
}

/** Checks the ads one by one. */
export const checkAds = async (
  request: CheckRequest,
  {inputs, lang, configOf, files}: Found,
  {isStopped = () => false, tell = complain, meter}: Course = {},
): Promise<CheckedAds> => {
  const packs = await packsNamed(request.policies, files)
  const progress = openProgress(inputs.length, lang)
  const ads: CheckedAd[] = []
  let hasTrouble = false
  for (const [i, input] of inputs.entries()) {
    await progress.step(i + 1, input.path)
    if (isStopped()) break
    try {
      const config = await configOf(path.dirname(input.path))
      const circumstances = {lang, config, packs, meter}
      const checked = await checkInput(input, request, circumstances)
      ads.push(...(await fixed(checked, input, request, circumstances, progress)))
    } catch (error) {
      progress.erase()
      tell(error, lang, input.path)
      hasTrouble = true
    }
  }
  progress.close()
  return {ads, hasTrouble}
}

interface Circumstances {
  lang: Found['lang']
  config: LoadedConfig | undefined
  packs: readonly Pack[]
  meter?: Meter | undefined
}

/** Checks the ads of one file: one, or those of a feed. */
export const checkInput = async (
  input: Input,
  request: CheckRequest,
  {lang, config, packs, meter = unmeasured}: Circumstances,
  origin?: Origin,
): Promise<CheckedAd[]> => {
  const options = {...(input.isUnnamed && {isUnnamed: true}), ...(origin && {origin}), meter}
  const bytes = await meter('read', () => input.read())
  const postings = await meter('parse', () => readPostings(input.path, bytes, options))
  const settings = settingsFor(path.resolve(input.path), config, {...request, packs})
  const ads: CheckedAd[] = []
  for (const posting of postings) {
    const check = () => checkPosting(posting, settings, {today: request.today, lang, meter})
    const file = await meter('rules', check)
    ads.push({
      file: input.differsOnDisk ? {...file, differsOnDisk: true} : file,
      source: posting.source,
      packs: settings.packs,
    })
  }
  return ads
}

/** The ads with the exchanges that were asked for, or as they were. */
const fixed = async (
  checked: CheckedAd[],
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
  progress: Progress,
): Promise<CheckedAd[]> => {
  if (request.fix === 'no' || !checked[0]) return checked
  progress.erase()
  const {fixFile} = await import('./fix.ts')
  const source = await fixFile(checked[0], request.fix, circumstances.lang)
  if (source === undefined) return checked
  const read = async () => new TextEncoder().encode(source)
  return checkInput({...input, read}, request, circumstances)
}
