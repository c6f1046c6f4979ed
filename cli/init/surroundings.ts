import {execFileSync} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import path from 'node:path'
import {findInputs} from '../inputs.ts'

/** What a configuration is made among. */
export interface Surroundings {
  git: Repository | undefined
  /** There is a sign that the files are kept at GitHub. */
  usesGithub: boolean
  /** Folders with a name that ads often lie in, and how many there are in each. */
  adFolders: {name: string; count: number}[]
}

export interface Repository {
  /** The top folder, from here: `.` or `..` and so on. */
  top: string
  /** This folder, from the top. */
  here: string
}

const usualFolders = ['stillinger', 'stillingar', 'annonser', 'annonsar', 'utlysninger', 'utlysingar', 'jobb']

export const lookAround = async (): Promise<Surroundings> => {
  const git = repository()
  const present = usualFolders.filter((name) => statSync(name, {throwIfNoEntry: false})?.isDirectory())
  const adFolders = await Promise.all(present.map(async (name) => ({name, count: await countAds(name)})))
  const hasFolder = existsSync(path.join(git?.top ?? '.', '.github'))
  const usesGithub = hasFolder || (gitSays('remote', '-v')?.includes('github.com') ?? false)
  return {git, usesGithub, adFolders}
}

export const countAds = async (folder: string): Promise<number> =>
  (await findInputs([folder], '', async () => undefined)).inputs.length

const repository = (): Repository | undefined => {
  const said = gitSays('rev-parse', '--show-cdup', '--show-prefix')?.split('\n')
  if (said?.length !== 3) return undefined
  const [top = '', here = ''] = said
  return {top: top || '.', here: here.replace(/\/$/, '') || '.'}
}

/** Undefined without git, and outside a working folder of it. */
const gitSays = (...words: string[]): string | undefined => {
  try {
    return execFileSync('git', words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
  } catch {
    return undefined
  }
}
