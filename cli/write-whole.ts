import {randomUUID} from 'node:crypto'
import {chmod, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {Problem} from './problem.ts'

/** Writes a file, new or old, so that it is whole at every moment: beside it first, then in its place. */
export const writeWhole = async (file: string, content: string | Uint8Array): Promise<void> => {
  const target = await realpath(file).catch(() => path.resolve(file))
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}`)
  try {
    const old = await stat(target).catch(() => undefined)
    await writeFile(beside, content)
    if (old) await chmod(beside, old.mode)
    await rename(beside, target)
  } catch (error) {
    await rm(beside, {force: true})
    throw new Problem('unwritable', {
      path: file,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    })
  }
}
