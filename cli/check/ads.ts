import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {type Meter, unmeasured} from '../../src/meter.ts'
import {BadInput} from '../../src/posting/bad-input.ts'
import {decode} from '../../src/posting/decode.ts'
import type {Origin} from '../../src/posting/read.ts'
import {holdsLines} from '../../src/posting/readers/index.ts'
import type {Unchecked} from '../../src/report/types.ts'
import {packsNamed} from '../configs.ts'
import type {Input} from '../inputs.ts'
import {complain, linesOfProblem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {Cache} from './cache.ts'
import type {CheckedFile} from './check-file.ts'
import type {CheckedAd} from './checked-ad.ts'
import {type Crew, openCrew} from './crew.ts'
import {type Checked, checkParts, partsOf} from './each-ad.ts'
import type {Found} from './find.ts'
import {inOrder} from './in-order.ts'
import {openProgress, type Progress} from './progress.ts'
import type {CheckRequest} from './request.ts'
import {sayWithdrawn} from './texts.ts'

export interface CheckedAds {
  ads: CheckedAd[]
  /** It is told of each. */
  unchecked: Unchecked[]
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

/** Checks the ads; what comes of them is in their order. */
export const checkAds = async (
  request: CheckRequest,
  {inputs, lang, configOf, files}: Found,
  {isStopped = () => false, tell = complain, meter}: Course = {},
): Promise<CheckedAds> => {
  const packs = await packsNamed(request.policies, files)
  const cache = await cacheOf(request)
  const crew = openCrew(request, meter !== undefined)
  const progress = openProgress(inputs.length, lang)
  const examine = async ([i, input]: [number, Input]): Promise<Checked[]> => {
    await progress.step(i + 1, input.path)
    if (isStopped()) return []
    try {
      const config = await configOf(path.dirname(input.path))
      const circumstances = {lang, config, packs, cache, crew, meter}
      const outcomes = await checkWhole(input, request, circumstances)
      return await fixed(outcomes, input, request, circumstances, progress)
    } catch (error) {
      return [{error, path: input.path, isLine: false}]
    }
  }
  const all: CheckedAds & {withdrawn: number} = {ads: [], unchecked: [], withdrawn: 0}
  const add = (one: Checked): void => {
    if ('error' in one) {
      progress.erase()
      tell(one.error, lang, one.path)
      all.unchecked.push(uncheckedFor(one.error, lang, one.path))
    } else {
      all.ads.push(...one.ads)
      all.withdrawn += one.withdrawn
    }
  }
  try {
    for await (const outcomes of inOrder(inputs.entries(), crew.ahead, examine)) {
      if (isStopped()) break
      outcomes.forEach(add)
    }
  } finally {
    crew.close()
  }
  progress.close()
  tellTrouble(cache, lang)
  for (const text of sayWithdrawn(all.withdrawn, lang)) process.stderr.write(`utlys: ${text}\n`)
  return all
}

/** What comes of each part of a file, with the source of the whole. */
const checkWhole = async (
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
): Promise<Checked[]> => {
  const read = await readWhole(input)
  const parts = partsOf(read.input, (part, origin) => checkInput(part, request, circumstances, origin))
  const outcomes: Checked[] = []
  for await (const one of checkParts(parts, circumstances.crew.ahead)) {
    const isPart = one.isLine && 'ads' in one
    outcomes.push(isPart ? {...one, ads: one.ads.map((ad) => ({...ad, source: read.source()}))} : one)
  }
  return outcomes
}

/** How a report tells of what could not be checked. */
export const uncheckedFor = (error: unknown, lang: Lang, file: string): Unchecked => ({
  path: file,
  message: linesOfProblem(error, lang, file).join(' '),
})

/** What may have an ad on each line is read at once, since its lines are shown with the findings. */
const readWhole = async (input: Input): Promise<{input: Input; source(): string}> => {
  if (!input.isUnnamed && !holdsLines(input.path, new Uint8Array())) return {input, source: () => ''}
  const bytes = await input.read()
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  let source: string | undefined
  return {
    input: {...input, read: async () => bytes, stream},
    source: () => (source ??= decode(bytes).text),
  }
}

interface Circumstances {
  lang: Found['lang']
  config: LoadedConfig | undefined
  packs: readonly Pack[]
  meter?: Meter | undefined
  cache?: Cache | undefined
  crew: Crew
}

/** What was found before, when the request wants it used. */
export const cacheOf = async ({cache}: CheckRequest): Promise<Cache | undefined> =>
  cache && (await import('./cache.ts')).openCache(cache.folder)

/** Says on standard error that nothing could be kept: the ads are checked all the same. */
export const tellTrouble = (cache: Cache | undefined, lang: Found['lang']): void => {
  const problem = cache?.problem()
  if (problem) complain(problem, lang)
}

/** Checks the ads of one file: one, or those of a feed. Those of one that is read bit by bit are not kept. */
export const checkInput = async (
  input: Input,
  request: CheckRequest,
  {lang, config, packs, cache, crew, meter = unmeasured}: Circumstances,
  origin?: Origin,
): Promise<CheckedAd[]> => {
  const settings = settingsFor(path.resolve(input.path), config, {...request, packs})
  const subject = {
    path: input.path,
    isUnnamed: input.isUnnamed ?? false,
    bytes: await meter('read', () => input.read()),
    settings,
    today: request.today,
    lang,
  }
  const check = () => crew.check(subject, {meter, ...(origin && {origin})})
  const checked = cache && !origin ? cache.remembered(subject, check) : check()
  const {source, files} = await checked.catch(noneInOwnReport(input))
  return files.map((file) => ({
    file: input.differsOnDisk ? {...file, differsOnDisk: true} : file,
    source,
    packs: settings.packs,
  }))
}

/** Our own reports may lie among the ads; one that is named is taken for an ad by mistake. */
const noneInOwnReport =
  ({isFound}: Input) =>
  (error: unknown): CheckedFile => {
    if (isFound && error instanceof BadInput && error.code === 'ownReport') return {source: '', files: []}
    throw error
  }

/** The ads with the exchanges that were asked for, or as they were. */
const fixed = async (
  outcomes: Checked[],
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
  progress: Progress,
): Promise<Checked[]> => {
  const [first] = outcomes.flatMap((one) => ('error' in one ? [] : one.ads))
  if (request.fix === 'no' || !first) return outcomes
  progress.erase()
  const {fixFile} = await import('./fix.ts')
  const source = await fixFile(first, request.fix, circumstances.lang)
  if (source === undefined) return outcomes
  const read = async () => new TextEncoder().encode(source)
  return [{ads: await checkInput({...input, read}, request, circumstances), isLine: false, withdrawn: 0}]
}
