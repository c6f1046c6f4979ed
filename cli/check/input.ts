import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import type {Pack} from '../../src/engine/packs.ts'
import type {Settings} from '../../src/engine/settings.ts'
import type {Origin} from '../../src/posting/read.ts'
import {packsNamed} from '../configs.ts'
import type {Input} from '../inputs.ts'
import {complain} from '../problem.ts'
import type {Cache} from './cache.ts'
import type {CheckedFile} from './check-file.ts'
import type {CheckedAd} from './checked-ad.ts'
import type {Found} from './find.ts'
import type {CheckRequest} from './request.ts'

/** What a file is checked with. */
export interface Circumstances {
  lang: Found['lang']
  config: LoadedConfig | undefined
  packs: readonly Pack[]
  cache?: Cache | undefined
}

export interface Opened {
  of(input: Input): Promise<Circumstances>
  /** Says on standard error what did not go as it was asked for, though all is checked. */
  close(): void
}

/** What the files of one run are checked with. @throws Problem */
export const openCircumstances = async (
  {policies, cache: wanted}: CheckRequest,
  {lang, configOf, files}: Pick<Found, 'lang' | 'configOf' | 'files'>,
): Promise<Opened> => {
  const packs = await packsNamed(policies, files)
  const cache = wanted && (await import('./cache.ts')).openCache(wanted.folder)
  return {
    of: async (input) => ({lang, config: await configOf(path.dirname(input.path)), packs, cache}),
    close() {
      const problem = cache?.problem()
      if (problem) complain(problem, lang)
    },
  }
}

/** What is found in a file, when it is not known already. The ads of one that is read bit by bit are not kept. */
export const findingsIn = async (
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
  origin?: Origin,
): Promise<CheckedFile> => {
  const {lang, cache} = circumstances
  const subject = {
    path: input.path,
    isUnnamed: input.isUnnamed ?? false,
    bytes: await input.read(),
    settings: settingsOf(input, request, circumstances),
    today: request.today,
    lang,
  }
  const check = async (): Promise<CheckedFile> => (await import('./check-file.ts')).checkFile(subject, origin)
  return cache && !origin ? cache.remembered(subject, check) : check()
}

/** The ads of one file: one, or those of a feed. */
export const adsOf = (
  {source, files}: CheckedFile,
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
): CheckedAd[] => {
  const {packs} = settingsOf(input, request, circumstances)
  return files.map((file) => ({
    file: input.differsOnDisk ? {...file, differsOnDisk: true} : file,
    source,
    packs,
  }))
}

/** Checks the ads of one file. */
export const checkInput = async (
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
  origin?: Origin,
): Promise<CheckedAd[]> =>
  adsOf(await findingsIn(input, request, circumstances, origin), input, request, circumstances)

const settingsOf = ({path: file}: Input, request: CheckRequest, {config, packs}: Circumstances): Settings =>
  settingsFor(path.resolve(file), config, {...request, packs})
