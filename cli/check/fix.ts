import {applyFixes} from '../../src/engine/fix.ts'
import {nameOf} from '../../src/report/naming.ts'
import type {FileReport} from '../../src/report/types.ts'
import {type Lang, say} from '../texts.ts'
import {writeWhole} from '../write-whole.ts'

/**
 * Makes the safe exchanges of a file, or tells which it would make.
 *
 * @returns the new source when the file was changed
 */
export const fixFile = async (
  {file, source}: {file: FileReport; source: string},
  mode: 'dry-run' | 'write',
  lang: Lang,
): Promise<string | undefined> => {
  const name = nameOf({path: file.path}, lang)
  if (file.readOnly) {
    process.stderr.write(`utlys: ${say(lang, readOnlyText(file), {path: file.path})}\n`)
    return undefined
  }
  const {fixed, applied} = applyFixes(source, file.findings)
  if (applied.length === 0) return undefined
  if (mode === 'dry-run') {
    for (const {place, fix} of applied) {
      const [from, to] = fix!.range
      const data = {
        path: name,
        line: String(place?.start.line ?? 1),
        from: source.slice(from, to),
        to: fix!.text,
      }
      process.stderr.write(`utlys: ${say(lang, 'wouldFix', data)}\n`)
    }
    return undefined
  }
  await writeWhole(file.path, fixed, source)
  process.stderr.write(`utlys: ${say(lang, 'fixed', {path: name, n: String(applied.length)})}\n`)
  return fixed
}

/** The text that says why a file is not changed, and what can be done. */
const readOnlyText = ({readOnly, unit}: FileReport): string =>
  unit === 'paragraph' ? 'readOnly.document' : `readOnly.${readOnly}`
