import {existsSync} from 'node:fs'
import {configName} from '../../src/config/find.ts'
import {safe} from '../../src/report/safe.ts'
import type {Asker} from '../ask/types.ts'
import {toldOf} from '../hook/install.ts'
import type {Lang} from '../texts.ts'
import {isThere, type Languages, type PlannedFile, planOf} from './plan.ts'
import {askSetup} from './questions.ts'
import type {Setup} from './setup.ts'
import type {Surroundings} from './surroundings.ts'
import {sayInit} from './texts.ts'

/** Asks what is wanted and shows the files; gives them when they may be written. */
export const agree = async (
  asker: Asker,
  start: Setup,
  around: Surroundings,
  langs: Languages,
): Promise<PlannedFile[] | undefined> => {
  const {lang} = langs
  asker.tell(sayInit(lang, 'intro'))
  if (existsSync(configName)) asker.tell(sayInit(lang, 'hasConfig'))
  const setup = await askSetup(start, {asker, lang, around})
  const files = await planOf(setup, around, langs)
  for (const file of files) show(asker, file, lang)
  const added = files.filter((file) => !isThere(file)).length
  if (added === 0) return files
  const isAgreed = await asker.confirm({
    label: sayInit(lang, added === 1 ? 'write.one' : 'write.many'),
    ready: true,
  })
  return isAgreed ? files : undefined
}

/** The whole file, as it will be. What is kept of others is told when they are written. */
const show = (asker: Asker, file: PlannedFile, lang: Lang): void => {
  const {path, text, kind, hook} = file
  const isKept = isThere(file)
  if (isKept && kind !== 'config') return
  const heading = sayInit(lang, isKept ? 'plan.wouldBe' : 'plan', {path})
  const moved = hook && 'step' in hook && hook.step.kind === 'chain' ? [toldOf(hook.step, lang, true)] : []
  const lines = text.trimEnd().split('\n')
  asker.tell(
    ['', ...moved, heading, '', ...lines.map((line) => (line === '' ? '' : `  ${safe(line)}`))].join('\n'),
  )
}
