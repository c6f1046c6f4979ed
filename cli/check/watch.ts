import path from 'node:path'
import {disk} from '../../src/config/files.ts'
import {ConfigError} from '../../src/config/types.ts'
import {grouped} from '../../src/report/pick.ts'
import {summarise} from '../../src/report/summary.ts'
import type {Unchecked} from '../../src/report/types.ts'
import {createConfigFinder} from '../configs.ts'
import type {Input} from '../inputs.ts'
import {usesScreen} from '../interactive.ts'
import {languageOf} from '../language.ts'
import {complain, type Problem} from '../problem.ts'
import {type CheckedAds, checkAds} from './ads.ts'
import type {CheckedAd} from './checked-ad.ts'
import {exit} from './exit.ts'
import {type Found, findAds} from './find.ts'
import {type Keys, openKeys, type Wish} from './keys.ts'
import {writeOutputs} from './output.ts'
import type {CheckRequest} from './request.ts'
import {backgroundOf, openKnown, type Result, reportOf, resultOf, unfound} from './result.ts'
import {changedIn, isSame, type Snapshot, settingsFiles, snapshotOf} from './snapshot.ts'
import {refuseOverwriting, withoutReports} from './targets.ts'
import {openWatchScreen, type WatchScreen, type WatchStatus} from './watch-screen.ts'

/**
 * What there is on disk at one moment. Disk is looked at again and again: events of the file system are missed on
 * Linux when folders come and go (nodejs/node issue 48437), and do not come at all from the shared disks that offices
 * have their files on.
 */
interface Look {
  found: Found
  /** Why it cannot be told which files are ads; they are then those of the look before. */
  error?: unknown
  ads: Snapshot
  settings: Snapshot
}

/** What was checked last, by absolute path. */
type Checked = Map<string, {ads: CheckedAd[]; unchecked: Unchecked[]}>

const pace = {least: 200, most: 5000, ofCost: 50}
const settling = {pause: 60, most: 20, whenGone: 5}

/** Checks, and checks again what changes, until the person leaves. Returns the exit code. */
export const watchAds = async (read: () => CheckRequest): Promise<number> => {
  const first = await look(read())
  if (first.error && !(first.error instanceof ConfigError)) throw first.error
  if (isMisspelt(first.found)) {
    for (const problem of first.found.problems) complain(problem, first.found.lang)
    return exit.trouble
  }
  const hasKeys = usesScreen(false)
  const keys = openKeys(hasKeys)
  try {
    return await follow(first, {read, keys, screen: openWatchScreen(hasKeys), checked: new Map()})
  } finally {
    keys.close()
  }
}

interface Watch {
  read: () => CheckRequest
  keys: Keys
  screen: WatchScreen
  checked: Checked
}

/** Only names of files that are not there: nothing will come of waiting. */
const isMisspelt = ({inputs, problems}: Found): boolean =>
  inputs.length === 0 && problems.length > 0 && problems.every(({code}: Problem) => code === 'missing')

const follow = async (first: Look, watch: Watch): Promise<number> => {
  const {read, keys, screen, checked} = watch
  let now = first
  let before: Look | undefined
  for (let runs = 0; ; runs++) {
    screen.begin()
    try {
      await checkChanged(read(), now, before, watch)
    } catch (error) {
      if (runs === 0 && !(error instanceof ConfigError)) throw error
      complain(error, now.found.lang)
    }
    if (keys.isEnding()) return exit.clean
    screen.end(statusOf(now, checked))
    const next = await nextLook(read, now, keys)
    if (next === 'end') return exit.clean
    before = next === 'again' ? undefined : now
    now = next === 'again' ? await look(read(), undefined, now) : next
  }
}

/** What is on disk when it has become another and come to rest. */
const nextLook = async (read: () => CheckRequest, now: Look, keys: Keys): Promise<Look | Wish> => {
  let cost = 0
  for (;;) {
    const wish = await keys.wait(Math.min(pace.most, Math.max(pace.least, pace.ofCost * cost)))
    if (wish) return wish
    const start = performance.now()
    const next = await look(read(), now)
    cost = performance.now() - start
    const rested = isSameLook(next, now) ? next : await settled(next, now, read, keys)
    if (typeof rested === 'string' || !isSameLook(rested, now)) return rested
  }
}

/** Several saves that follow close upon one another are one change, and a file that is gone while it is saved is not gone. */
const settled = async (
  changed: Look,
  before: Look,
  read: () => CheckRequest,
  keys: Keys,
): Promise<Look | Wish> => {
  let last = changed
  let quiet = 0
  for (let tries = 0; tries < settling.most; tries++) {
    const wish = await keys.wait(settling.pause)
    if (wish) return wish
    const next = await look(read(), before)
    quiet = isSameLook(next, last) ? quiet + 1 : 0
    last = next
    const wanted = goneFrom(next.ads, before.ads).length > 0 ? settling.whenGone : 1
    if (quiet >= wanted) break
  }
  return last
}

const isSameLook = (one: Look, other: Look): boolean =>
  isSame(one.ads, other.ads) && isSame(one.settings, other.settings)

const goneFrom = (now: Snapshot, before: Snapshot): string[] =>
  [...before.keys()].filter((file) => !now.has(file) || now.get(file) === 'gone')

/**
 * @param before keeps the configurations that were read, as long as none of them has changed
 * @param fallback whose ads count when it cannot be told which they are
 */
const look = async (request: CheckRequest, before?: Look, fallback = before): Promise<Look> => {
  const lastInputs = fallback?.found.inputs ?? []
  const settings = snapshotOf(await settingsFiles(request, lastInputs))
  const isKept = before && !before.error && isSame(settings, before.settings)
  const configOf = isKept ? before.found.configOf : createConfigFinder(request.config)
  const none: Found = {
    inputs: lastInputs,
    problems: [],
    lang: languageOf(request, lastInputs[0]?.path ?? request.paths[0]),
    configOf,
    files: disk,
  }
  const {found, error} = await findAds(request, configOf)
    .then((all) => (fallback ? withoutReports : refuseOverwriting)(request, all))
    .then(
      (all) => ({found: all, error: undefined}),
      (reason: unknown) => ({found: none, error: reason}),
    )
  return {
    found,
    ...(error !== undefined && {error}),
    ads: snapshotOf(found.inputs.map((input) => input.path)),
    settings: snapshotOf(await settingsFiles(request, found.inputs)),
  }
}

/** Checks what is not as it was; all when there is nothing before, or when other files decide what is found. */
const checkChanged = async (
  request: CheckRequest,
  {found, error, ads, settings}: Look,
  before: Look | undefined,
  {keys, screen, checked}: Watch,
): Promise<void> => {
  const {lang} = found
  if (error) throw error
  const isAll = !before || before.error || !isSame(settings, before.settings)
  const gone = before ? goneFrom(ads, before.ads) : []
  if (isAll) checked.clear()
  for (const file of gone) checked.delete(file)
  for (const problem of found.problems) complain(problem, lang)
  const missing = found.problems.map(({data}) => path.resolve(data.path ?? ''))
  screen.tellGone(
    gone.filter((file) => !missing.includes(file)),
    lang,
  )

  const changed = new Set(isAll ? ads.keys() : changedIn(ads, before.ads))
  const inputs = found.inputs.filter((input) => changed.has(path.resolve(input.path)))
  for (const file of changed) checked.delete(file)
  const now = await checkAds(request, {...found, inputs}, {isStopped: keys.isEnding})
  if (keys.isEnding()) return
  keep(now, inputs, checked)
  await show(request, found, now, checked, screen)
}

const keep = ({ads, unchecked}: CheckedAds, inputs: readonly Input[], checked: Checked): void => {
  const adsOf = grouped(ads, ({file}) => file.path)
  const uncheckedOf = grouped(unchecked, (one) => one.path)
  for (const {path: file} of inputs)
    checked.set(path.resolve(file), {ads: adsOf.get(file) ?? [], unchecked: uncheckedOf.get(file) ?? []})
}

/** Standard output shows what was checked now; files get the report on all. */
const show = async (
  request: CheckRequest,
  found: Found,
  now: CheckedAds,
  checked: Checked,
  screen: WatchScreen,
): Promise<void> => {
  const {inputs, lang} = found
  const each = inputs.flatMap((input) => checked.get(path.resolve(input.path)) ?? [])
  const all = each.flatMap(({ads}) => ads)
  const unchecked = [...unfound(found.problems, lang), ...each.flatMap((one) => one.unchecked)]
  const result = await resultOf(all, await openKnown(request, found), lang)
  const context = {...request, lang, ...backgroundOf(all)}
  const toFiles = request.outputs.filter(({file}) => file !== undefined)
  await writeOutputs(reportOf({...result, unchecked}), {...context, outputs: toFiles})
  if (now.ads.length === 0) return
  const outputs = request.outputs.filter(({file}) => file === undefined)
  screen.divide(outputs)
  await writeOutputs(reportOf({...onlyOf(result, now.ads), unchecked: now.unchecked}), {...context, outputs})
}

const onlyOf = ({files, ...rest}: Result, ads: readonly CheckedAd[]): Result => {
  const paths = new Set(ads.map(({file}) => file.path))
  return {...rest, files: files.filter((file) => paths.has(file.path))}
}

const statusOf = ({found}: Look, checked: Checked): WatchStatus => ({
  lang: found.lang,
  paths: found.inputs.map((input) => input.path),
  errors: [...checked.values()].flatMap(({ads}) => ads).filter(({file}) => summarise([file]).error > 0)
    .length,
})
