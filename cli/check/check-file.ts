import {checkPosting} from '../../src/engine/check.ts'
import type {Settings} from '../../src/engine/settings.ts'
import type {MessageLanguage} from '../../src/engine/types.ts'
import {type Origin, readPostings} from '../../src/posting/read.ts'
import type {FileReport} from '../../src/report/types.ts'

/** All that the findings of a file come from, besides the program itself. */
export interface Subject {
  path: string
  isUnnamed: boolean
  bytes: Uint8Array
  settings: Settings
  /** ISO date */
  today: string
  lang: MessageLanguage
}

/** What was found in a file: in its one ad, or in each of those of a feed. */
export interface CheckedFile {
  source: string
  files: FileReport[]
}

/** Reads a file and checks its ads. @throws BadInput */
export const checkFile = async (
  {path, isUnnamed, bytes, settings, today, lang}: Subject,
  origin?: Origin,
): Promise<CheckedFile> => {
  const postings = await readPostings(path, bytes, {isUnnamed, ...(origin && {origin})})
  const files: FileReport[] = []
  for (const posting of postings) files.push(await checkPosting(posting, settings, {today, lang}))
  return {source: postings[0]!.source, files}
}
