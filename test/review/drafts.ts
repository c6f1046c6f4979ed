import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'
import {type Checker, openChecker} from '../../cli/review/checker.ts'
import {openDraftFile} from '../../cli/review/draft-file.ts'
import {Session} from '../../cli/review/session.ts'
import type {Lang} from '../../cli/texts.ts'

export const today = '2026-11-21'

export const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-review-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** An example ad with mistakes. */
export const exampleAd = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../annonser/${name}`, import.meta.url)), 'utf8')

/** A file of its own that holds a text. */
export const draftWith = (source: string | Uint8Array, name = 'annonse.md'): string => {
  const file = path.join(emptyFolder(), name)
  writeFileSync(file, source)
  return file
}

export const checkerFor = (file: string, lang: Lang = 'nb'): Promise<Checker> =>
  openChecker(file, {today, profile: {}, portal: [], policies: [], config: undefined}, lang)

/** A session on a file, after its first check. */
export const sessionOn = async (file: string, lang: Lang = 'nb'): Promise<Session> => {
  const session = new Session(openDraftFile(file), await checkerFor(file, lang))
  onTestFinished(() => session.close())
  await session.settled()
  return session
}
