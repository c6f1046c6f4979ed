import {openAsker} from '../ask/index.ts'
import {Cancelled} from '../ask/types.ts'
import {tellManagers, toldOf} from '../hook/install.ts'
import {languageOf, readLanguage} from '../language.ts'
import {readProfile, wantsColor} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {InitFlags} from './flags.ts'
import {draftOf} from './pack.ts'
import {isThere, type Languages, type PlannedFile, planOf} from './plan.ts'
import {plainSetup, refuseProfile, type Setup} from './setup.ts'
import {lookAround, type Surroundings} from './surroundings.ts'
import {sayInit} from './texts.ts'
import {agree} from './wizard.ts'
import {writeNew} from './write.ts'

const exit = {done: 0, trouble: 2, cancelled: 130} as const

/** Runs `utlys init` and returns the exit code. Nothing that is there is written over. */
export const runInit = async (flags: InitFlags): Promise<number> => {
  try {
    const lang = readLanguage(flags)
    if (flags.policy !== undefined) return await writePack(flags.policy, flags, lang)
    const around = await lookAround()
    const start = setupOf(flags)
    if (flags.hook && !around.git) throw new Problem('init.noGit')
    const langs = {lang, fileLang: languageOfFiles(flags, lang)}
    if (asks(flags)) return await askAndWrite(start, around, flags, langs)
    return await writeAll(await planOf(start, around, langs), flags.dryRun ?? false, lang)
  } catch (error) {
    complain(error, languageOf(flags))
    return exit.trouble
  }
}

/** English comments only when they were asked for, since many computers have English from the factory. */
const languageOfFiles = (flags: InitFlags, lang: Lang): Lang =>
  lang === 'en' && flags.lang === undefined ? 'nb' : lang

/** Whether there is a person to ask, or somebody has said that answers come line by line. */
const asks = ({yes, dryRun, linear}: InitFlags): boolean => {
  if (yes || dryRun) return false
  return linear || (process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI)
}

/** @throws Problem */
const setupOf = ({profile, hook = false, action = false}: InitFlags): Setup => {
  const given = readProfile(profile)
  refuseProfile(given)
  const isGiven = Object.keys(given).length > 0
  return {...plainSetup, ...(isGiven && {profile: given}), hook, action}
}

const print = (text: string): void => void process.stdout.write(`${text}\n`)

const writePack = async (folder: string, flags: InitFlags, lang: Lang): Promise<number> => {
  const {title, from, dryRun, hook, action, profile} = flags
  const others = {'--hook': hook, '--action': action, '--profile': profile.length > 0}
  const [name] = Object.entries(others).find(([, isGiven]) => isGiven) ?? []
  if (name !== undefined) throw new Problem('init.together', {name})
  const draft = await draftOf({folder, title, from}, lang, 'kommune')
  const files = Object.entries(draft).map(([path, text]): PlannedFile => ({kind: 'pack', path, text}))
  const taken = files.find(isThere)
  if (taken) throw new Problem('init.exists', {path: taken.path})
  await writeAll(files, dryRun ?? false, lang)
  if (!dryRun) print(`\n${sayInit(lang, 'pack.next', {folder})}`)
  return exit.done
}

/** Writes what is not there, and tells of what is. That a configuration is, means that it was not made. */
const writeAll = async (files: readonly PlannedFile[], isDry: boolean, lang: Lang): Promise<number> => {
  let code: number = exit.done
  for (const file of files) {
    if (isThere(file)) {
      if (tellKept(file, lang)) code = exit.trouble
      continue
    }
    if (!isDry) await writeNew(file)
    print(toldOfFile(file, isDry, lang))
  }
  return code
}

const toldOfFile = ({path, hook}: PlannedFile, isDry: boolean, lang: Lang): string =>
  hook && 'step' in hook ? toldOf(hook.step, lang, isDry) : sayInit(lang, isDry ? 'would' : 'wrote', {path})

/** Returns whether it is a complaint. */
const tellKept = (file: PlannedFile, lang: Lang): boolean => {
  const {kind, path, hook} = file
  if (hook && 'managers' in hook) {
    tellManagers(hook.managers, {names: ['pre-commit'], options: [], lang})
    return false
  }
  if (hook && 'step' in hook) {
    print(toldOfFile(file, false, lang))
    return false
  }
  const isMade = kind !== 'action'
  if (isMade) complain(hook?.problem ?? new Problem('init.exists', {path}), lang)
  else print(sayInit(lang, 'kept', {path}))
  return isMade
}

const askAndWrite = async (
  start: Setup,
  around: Surroundings,
  {linear = false}: InitFlags,
  langs: Languages,
): Promise<number> => {
  const {lang} = langs
  const asker = await openAsker({lang, color: wantsColor(true), linear})
  try {
    const files = await agree(asker, start, around, langs)
    asker.close()
    if (!files) {
      print(`\n${sayInit(lang, 'nothing')}`)
      return exit.done
    }
    const code = await writeAll(files, false, lang)
    if (code === exit.done) print(`\n${sayInit(lang, 'next')}`)
    return code
  } catch (error) {
    asker.close()
    if (!(error instanceof Cancelled)) throw error
    print(sayInit(lang, 'nothing'))
    return exit.cancelled
  }
}
