import {existsSync} from 'node:fs'
import {notesOf} from '../../src/annotate/notes.ts'
import {annotateWord, hasMacros} from '../../src/annotate/word.ts'
import {formatOf} from '../../src/posting/readers/index.ts'
import type {Report, ReporterContext} from '../../src/report/types.ts'
import type {Input} from '../inputs.ts'
import {Problem} from '../problem.ts'
import {say} from '../texts.ts'
import {writeNewWhole} from '../write-whole.ts'
import type {Found} from './find.ts'

const author = 'utlys'

/**
 * Makes sure that a copy with comments can be made before anything is checked.
 *
 * @throws Problem when that cannot be
 */
export const prepareCopy = async (found: Found, target: string): Promise<Found> => {
  const [input, ...more] = found.inputs
  if (!input && found.problems.length > 0) return found
  if (!input || more.length > 0) throw new Problem('annotate.one')
  if (!/\.docx$/i.test(target)) throw new Problem('annotate.name')
  if (existsSync(target)) throw new Problem('annotate.exists', {path: target})
  const bytes = await input.read()
  const {extensions} = formatOf(input.isUnnamed ? undefined : input.path, bytes)
  if (!extensions.includes('docx')) throw new Problem('annotate.format', {path: input.path})
  const {stream: _, ...rest} = input
  return {...found, inputs: [{...rest, read: async () => bytes}]}
}

type CopyContext = Omit<ReporterContext, 'width'> & {today: string; annotate: string}

/** Writes the copy, and tells how much there is in it. */
export const writeCopy = async (
  {inputs, lang}: {inputs: readonly Input[]} & Pick<Found, 'lang'>,
  {files}: Report,
  {today, annotate: target, ...context}: CopyContext,
): Promise<void> => {
  const [input] = inputs
  const [file] = files
  if (!input || !file) return
  const bytes = await input.read()
  if (hasMacros(bytes)) throw new Problem('annotate.macros', {path: input.path})
  const notes = notesOf(file, {...context, width: 0})
  const copy = annotateWord(bytes, notes, {author, date: today})
  const tell = (key: string, data: Record<string, string>): void => {
    process.stderr.write(`utlys: ${say(lang, key, {path: target, ...data})}\n`)
  }
  if (copy.comments === 0) return tell('annotate.none', {})
  await writeNewWhole(target, copy.bytes, 'annotate.exists')
  tell('annotate.done', {comments: String(copy.comments), changes: String(copy.changes)})
}
