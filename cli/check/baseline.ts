import {existsSync} from 'node:fs'
import path from 'node:path'
import {formatBaseline, parseBaseline} from '../../src/baseline/format.ts'
import {type Checked, difference, listFindings, markKnown, updated} from '../../src/baseline/known.ts'
import type {KnownFinding} from '../../src/baseline/types.ts'
import {disk, type Files, readText} from '../../src/config/files.ts'
import type {FileReport, Report} from '../../src/report/types.ts'
import {Problem} from '../problem.ts'
import {type Lang, say} from '../texts.ts'
import {writeWhole} from '../write-whole.ts'
import type {BaselineRequest} from './request.ts'

/** Marks the findings that are known, and brings the list up to date when that was asked for. */
export type MarkFindings = (
  files: readonly FileReport[],
  sources: ReadonlyMap<string, string>,
  lang: Lang,
) => Promise<Required<Pick<Report, 'files' | 'baseline'>>>

interface List {
  file: string
  mode: BaselineRequest['mode']
  /** As it was read. */
  known: readonly KnownFinding[]
}

const defaultName = '.utlys-baseline.json'

/**
 * Reads the list of known findings.
 *
 * @param folder where it is when no file is named
 * @throws Problem when there is none to read, or something else is in its place
 */
export const openBaseline = async (
  request: BaselineRequest,
  folder: string,
  files: Files,
): Promise<MarkFindings> => {
  const {mode} = request
  const file = baselineFile(request, folder)
  const isNew = mode !== 'read' && !files.has(path.resolve(file))
  const list: List = {file, mode, known: isNew ? [] : await read(file, files)}
  return (reports, sources, lang) => useList(list, reports, sources, lang)
}

/** Where the list is: the file that is named, or the usual one in a folder. */
export const baselineFile = ({file}: BaselineRequest, folder: string): string =>
  file ?? path.relative('.', path.join(folder, defaultName))

const read = async (file: string, files: Files): Promise<KnownFinding[]> => {
  const parsed = parseBaseline(await readFile(file, files))
  if ('problem' in parsed)
    throw new Problem(`baseline.${parsed.problem}`, {path: file, reason: parsed.reason})
  return parsed.findings
}

const readFile = async (file: string, files: Files): Promise<string> => {
  try {
    return await readText(files, path.resolve(file))
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException
    throw new Problem(code === 'ENOENT' ? missing(file, files) : 'unreadable', {path: file, reason: code})
  }
}

/** A list on disk that is not in git does not count for what is to be committed. */
const missing = (file: string, files: Files): string =>
  files !== disk && existsSync(file) ? 'baseline.untracked' : 'baseline.missing'

const useList = async (
  {file, mode, known}: List,
  files: readonly FileReport[],
  sources: ReadonlyMap<string, string>,
  lang: Lang,
): ReturnType<MarkFindings> => {
  const folder = path.dirname(path.resolve(file))
  const checked = files.map((one): Checked => {
    const name = path.relative(folder, path.resolve(one.path)).split(path.sep).join('/')
    return {name, file: one, source: sources.get(one.path) ?? ''}
  })
  const names = new Set(checked.map(({name}) => name))
  const isOther = (name: string): boolean => !names.has(name) && existsSync(path.join(folder, name))
  const current = updated(known, listFindings(checked), isOther)
  if (mode === 'write') await writeWhole(file, formatBaseline(current))
  if (mode !== 'read') tellChanges({file, mode, known}, current, lang)
  const list = mode === 'write' ? current : known
  return {files: markKnown(checked, list), baseline: {file, gone: difference(list, current)}}
}

const tellChanges = ({file, mode, known}: List, current: readonly KnownFinding[], lang: Lang): void => {
  const tell = (key: string, data: Record<string, string>): void => {
    process.stderr.write(`utlys: ${say(lang, key, data)}\n`)
  }
  const tellEach = (key: string, entries: ReturnType<typeof difference>): string => {
    for (const {file: name, ruleId, count} of entries) {
      const shown = path.relative('.', path.join(path.dirname(file), name))
      tell(key, {path: shown, regel: ruleId, n: String(count)})
    }
    return String(entries.reduce((sum, {count}) => sum + count, 0))
  }
  const added = tellEach('baseline.added', difference(current, known))
  const removed = tellEach('baseline.removed', difference(known, current))
  tell(mode === 'write' ? 'baseline.written' : 'baseline.dryRun', {path: file, added, removed})
}
