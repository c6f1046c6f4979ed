import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import type {Pack} from '../../src/engine/packs.ts'
import {localDate} from '../options.ts'
import {Problem} from '../problem.ts'
import type {CheckedFile, Subject} from './check-file.ts'

/**
 * What was found in files that have been checked before: a folder with an entry for each. The name of an entry is a hash
 * of all that the findings come from, so that none has to be found out of date, and several programs may use the folder
 * at once. An entry that is not whole counts for nothing, and is written anew.
 */
export interface Cache {
  /** What was found before; else the file is checked, and what is found is kept. */
  remembered(subject: Subject, check: () => Promise<CheckedFile>): Promise<CheckedFile>
  /** Why nothing is kept any more. */
  problem(): Problem | undefined
}

/** @param location the folder; absent for the usual one */
export const openCache = (location = usualLocation()): Cache => {
  const entries = path.join(location, folderOf(new Date()))
  let problem: Problem | undefined
  let hasCleared = false
  const keep = (key: string, checked: CheckedFile): void => {
    try {
      if (!hasCleared) clearOld(location)
      hasCleared = true
      writeEntry(entries, key, checked)
    } catch (error) {
      const {code, message} = error as NodeJS.ErrnoException
      problem = new Problem('cache.unwritable', {path: location, reason: code ?? message})
    }
  }
  return {
    async remembered(subject, check) {
      const key = keyOf(subject)
      const known = readEntry(entries, key)
      if (known) return known
      const checked = await check()
      if (!problem) keep(key, checked)
      return checked
    },
    problem: () => problem,
  }
}

/** Where a person's programs keep what can be made anew. @throws Problem when there is no such place */
export const usualLocation = (
  {LOCALAPPDATA, XDG_CACHE_HOME = ''}: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string => {
  if (platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'utlys', 'cache')
  return path.join(path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(home(), '.cache'), 'utlys')
}

/** A user that a container makes up has none. */
const home = (): string => {
  try {
    return homedir()
  } catch {
    throw new Problem('cache.noHome')
  }
}

/**
 * What deadlines come to depends on the day, so that most entries are of no use on the next. Each day therefore has a
 * folder of its own, and those before yesterday are removed.
 */
const folderOf = (date: Date): string => `utlys-${localDate(date)}`

const dayInMilliseconds = 86_400_000

/** What cannot be removed stays. */
const clearOld = (location: string): void => {
  const kept = [0, dayInMilliseconds].map((ago) => folderOf(new Date(Date.now() - ago)))
  try {
    for (const name of readdirSync(location)) {
      const isOld = /^utlys-\d{4}-\d\d-\d\d$/.test(name) && !kept.includes(name)
      if (isOld) rmSync(path.join(location, name), {recursive: true, force: true})
    }
  } catch {}
}

/** Stands for a hash of the program, which the build puts in its place (see `cli/bundle/build-id.ts`). */
const build = '__UTLYS_BUILD__'

/** Which letters there are is told by Node.js. */
const {unicode} = process.versions

const keyOf = ({bytes, settings, ...subject}: Subject): string => {
  const known = {
    ...subject,
    settings: {...settings, rules: [...settings.rules], packs: settings.packs.map(packOf)},
  }
  return hashOf(JSON.stringify([build, unicode, known], everyNumber), bytes)
}

/** JSON would make the same of all numbers that it has no word for. */
const everyNumber = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value

const hashes = new WeakMap<Pack, string>()

/** A pack that comes with the program is known by its name; of one of an employer's own, all counts. */
const packOf = (pack: Pack): string => {
  if (!pack.placeOf) return pack.id
  const hash = hashes.get(pack) ?? hashOf(JSON.stringify(pack, everyNumber))
  hashes.set(pack, hash)
  return hash
}

/** No text of JSON has a zero byte, which therefore parts it from what follows. */
const hashOf = (json: string, bytes: Uint8Array = new Uint8Array()): string =>
  createHash('sha256').update(json).update('\0').update(bytes).digest('hex')

/** An entry is a line with a hash of its name and of what follows, and then that, as JSON. */
const sealOf = (key: string, body: Uint8Array): string => hashOf(JSON.stringify(key), body)

const readEntry = (folder: string, key: string): CheckedFile | undefined => {
  try {
    const bytes = readFileSync(path.join(folder, key))
    const end = bytes.indexOf('\n')
    const body = bytes.subarray(end + 1)
    if (bytes.subarray(0, end).toString('latin1') !== sealOf(key, body)) return undefined
    return JSON.parse(body.toString()) as CheckedFile
  } catch {
    return undefined
  }
}

/**
 * Beside it first, so that nobody reads the half of one. It is not waited for until it is on the disk, since that would
 * take longer than to check the ad, and since an entry that power failed during is told by its seal. Ads may name
 * people who are to be reached: nobody else may read them.
 */
const writeEntry = (folder: string, key: string, checked: CheckedFile): void => {
  const body = Buffer.from(JSON.stringify(checked))
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const beside = path.join(folder, `.${randomUUID()}`)
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(`${sealOf(key, body)}\n`), body]), {
      mode: 0o600,
      flag: 'wx',
    })
    renameSync(beside, path.join(folder, key))
  } catch (error) {
    rmSync(beside, {force: true})
    throw error
  }
}
