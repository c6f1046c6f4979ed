import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings, type Settings} from '../../src/engine/settings.ts'
import type {Nature} from '../../src/fields/nature.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {FileReport} from '../../src/report/types.ts'

export const today = '2026-11-21'

/** What utlys says of a draft. */
export const checkDraft = async (
  source: string,
  path = 'annonse.md',
  settings: Partial<Settings> = {},
  nature?: Nature,
): Promise<FileReport> =>
  checkPosting(
    await readPosting(path, new TextEncoder().encode(source)),
    {...defaultSettings, ...settings},
    {
      today,
      lang: 'nb',
      ...(nature && {nature}),
    },
  )
