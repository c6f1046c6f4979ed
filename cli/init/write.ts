import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {carryOut} from '../hook/plan.ts'
import {Problem} from '../problem.ts'
import type {PlannedFile} from './plan.ts'

/** Writes a file that is not there. @throws Problem when it is, or cannot be written */
export const writeNew = async ({path: file, text, hook}: PlannedFile): Promise<void> => {
  if (hook) {
    if ('step' in hook) carryOut(hook.step)
    return
  }
  try {
    await mkdir(path.dirname(file), {recursive: true})
    await writeFile(file, text, {flag: 'wx'})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Problem('init.exists', {path: file})
    throw new Problem('unwritable', {path: file, reason: code ?? String(error)})
  }
}
