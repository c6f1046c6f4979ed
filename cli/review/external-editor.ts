import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {decodeUtf8} from '../../src/posting/decode.ts'
import {Problem} from '../problem.ts'
import editors from './editors.yml'
import {rescue} from './rescue.ts'

const argumentsByName = editors as Readonly<Record<string, readonly string[]>>

/**
 * Opens a text in the person's own editor, in a file of its own with the name of the draft, and gives what comes back.
 * What was saved there and cannot be taken over is kept beside the draft.
 *
 * @param line 1-based
 * @throws Problem when the editor cannot be started or says that it was cancelled, or when no text comes back
 */
export const editOutside = async (name: string, source: string, line: number): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-'))
  const file = path.join(folder, path.basename(name))
  const editor = chosenEditor()
  try {
    writeFileSync(file, source)
    const isDone = await open(editor, file, line)
    const bytes = readFileSync(file)
    if (isDone) return decoded(bytes, name)
    const kept = bytes.equals(Buffer.from(source)) ? undefined : rescue(name, bytes)
    throw kept === undefined
      ? new Problem('review.editorFailed', {editor})
      : new Problem('review.editorCancelled', {editor, path: kept})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const decoded = (bytes: Uint8Array, name: string): string => {
  try {
    return decodeUtf8(bytes)
  } catch (error) {
    const kept = rescue(name, bytes)
    throw kept === undefined ? error : new Problem('review.editorUnread', {path: kept})
  }
}

/** Whether the editor says that all went well. */
const open = async (editor: string, file: string, line: number): Promise<boolean> => {
  const given = argumentsFor(editor, file, line)
  for (const signal of fromKeys) process.on(signal, leaveToEditor)
  try {
    const child = startIn(editor, given)
    const [code] = (await once(child, 'close')) as [number | null]
    return code === 0
  } finally {
    // What ended the editor may reach this process after it.
    await setImmediate()
    for (const signal of fromKeys) process.off(signal, leaveToEditor)
  }
}

/** Signals of keys go to all that runs at the terminal. These are for the editor. */
const fromKeys = ['SIGINT', 'SIGQUIT'] as const
const leaveToEditor = (): void => {}

/** The editor may be a command with arguments of its own, which a shell reads as git does. */
const startIn = (editor: string, given: readonly string[]) =>
  process.platform === 'win32'
    ? spawn(`${editor} ${given.map((one) => `"${one}"`).join(' ')}`, {stdio: 'inherit', shell: true})
    : spawn('sh', ['-c', `${editor} "$@"`, editor, ...given], {stdio: 'inherit'})

const argumentsFor = (editor: string, file: string, line: number): string[] => {
  const program = path.basename(editor.trim().split(/\s+/)[0] ?? '').replace(/\.(?:exe|cmd)$/i, '')
  const pattern = argumentsByName[program] ?? ['{file}']
  return pattern.map((one) => one.replace('{file}', () => file).replace('{line}', String(line)))
}

const chosenEditor = (): string => {
  const {VISUAL, EDITOR, PATH = ''} = process.env
  if (VISUAL || EDITOR) return (VISUAL || EDITOR)!
  if (process.platform === 'win32') return 'notepad'
  const hasNano = PATH.split(path.delimiter).some((folder) => existsSync(path.join(folder, 'nano')))
  return hasNano ? 'nano' : 'vi'
}
