import {checkPosting} from '../../src/engine/check.ts'
import type {Settings} from '../../src/engine/settings.ts'
import type {MessageLanguage} from '../../src/engine/types.ts'
import type {Meter} from '../../src/meter.ts'
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

/** How a file is read. */
export interface Course {
  /** Where the bytes begin in a file that is read bit by bit. */
  origin?: Origin
  meter: Meter
}

/** Reads a file and checks its ads. @throws BadInput */
export const checkFile = async (
  {path, isUnnamed, bytes, settings, today, lang}: Subject,
  {meter, ...course}: Course,
): Promise<CheckedFile> => {
  const postings = await meter('parse', () => readPostings(path, bytes, {isUnnamed, meter, ...course}))
  const files: FileReport[] = []
  for (const posting of postings) {
    const check = () => checkPosting(posting, settings, {today, lang, meter})
    files.push(await meter('rules', check))
  }
  return {source: postings[0]!.source, files}
}
