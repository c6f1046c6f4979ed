import {closeSync, openSync, readSync} from 'node:fs'
import path from 'node:path'
import {filePatterns} from '../../src/config/settings.ts'
import {draftExtensions} from '../../src/posting/readers/index.ts'
import {isFolder} from '../kind.ts'
import type {Lang} from '../texts.ts'
import type {Found} from './find.ts'
import {sayChecked} from './texts.ts'

/** What people keep ads in, and what is not read when a folder is named. */
const documents = ['pdf', 'doc', 'rtf', 'pages', 'xls', 'xlsx']

/** Most files of data are something else: only what has a name of a format of ads in it counts. */
const data = ['json', 'jsonl', 'ndjson', 'jsonld', 'xml']
const names = /JobPosting|PositionOpening|ad_?text|application_?due|jobScope|jobGapComponents|engagementtype/i
const headLength = 8192

const mostNamed = 3

/** What is said of files in the folders that were named which may be ads, and were not read; nothing without any. */
export const sayUnread = async (
  paths: readonly string[],
  {configOf}: Found,
  lang: Lang,
): Promise<string | undefined> => {
  const found = await Promise.all(paths.filter(isFolder).map((folder) => unreadIn(folder, configOf)))
  const files = [...new Set(found.flat())]
  if (files.length === 0) return undefined
  const named = files.slice(0, mostNamed).join(', ')
  const rest = files.length - mostNamed
  return sayChecked(lang, files.length === 1 ? 'skipped.one' : 'skipped.many', {
    n: String(files.length),
    names: rest > 0 ? sayChecked(lang, 'skipped.more', {names: named, n: String(rest)}) : named,
    extensions: draftExtensions.map((extension) => `.${extension}`).join(', '),
  })
}

/** A configuration that says which files are ads has said which are none. */
const unreadIn = async (folder: string, configOf: Found['configOf']): Promise<string[]> => {
  const config = await configOf(folder)
  if (config && filePatterns(config).length > 0) return []
  const {glob} = await import('tinyglobby')
  const files = await glob([`**/*.{${[...documents, ...data].join(',')}}`], {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**', '**/~$*'],
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
  })
  return files
    .map((file) => path.join(folder, file))
    .filter((file) => isDocument(file) || isOfAds(file))
    .toSorted()
}

const isDocument = (file: string): boolean => documents.includes(path.extname(file).slice(1).toLowerCase())

const isOfAds = (file: string): boolean => {
  try {
    const opened = openSync(file, 'r')
    try {
      const head = Buffer.alloc(headLength)
      const length = readSync(opened, head, 0, headLength, 0)
      return names.test(head.toString('latin1', 0, length).replaceAll('\0', ''))
    } finally {
      closeSync(opened)
    }
  } catch {
    return false
  }
}
