import {randomUUID} from 'node:crypto'
import {chmod, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {Problem} from './problem.ts'

/** Writes a file so that it is whole at every moment: beside it first, then in its place. */
export const writeWhole = async (file: string, content: string): Promise<void> => {
  const target = await realpath(file)
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}`)
  try {
    const {mode} = await stat(target)
    await writeFile(beside, content)
    await chmod(beside, mode)
    await rename(beside, target)
  } catch (error) {
    await rm(beside, {force: true})
    throw new Problem('unwritable', {
      path: file,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    })
  }
}
