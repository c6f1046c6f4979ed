import {randomUUID} from 'node:crypto'
import {
  access,
  chmod,
  constants,
  link,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import {Problem} from './problem.ts'

/**
 * Writes a file, new or old, so that it is whole at every moment: beside it first, then in its place.
 *
 * @param expected what the file held when it was read: what somebody else has written since is not written over
 * @throws Problem when the file cannot be written, or is another than expected
 */
export const writeWhole = async (
  file: string,
  content: string | Uint8Array,
  expected?: string,
): Promise<void> => {
  const target = await realpath(file).catch(() => path.resolve(file))
  await orProblem(file, 'init.exists', async () => {
    const old = await stat(target).catch(() => undefined)
    if (old) await refuseLocked(file, target)
    await viaBeside(target, content, old?.mode, async (beside) => {
      if (expected !== undefined) await refuseChanged(file, target, expected)
      await rename(beside, target)
    })
  })
}

/**
 * Writes a file that is not there, as whole: a link is never put in the place of a file, and where there are none a
 * file is moved.
 *
 * @param taken what is said when there is such a file by now
 * @throws Problem when it cannot be written, or has come meanwhile
 */
export const writeNewWhole = (
  file: string,
  content: string | Uint8Array,
  taken = 'init.exists',
): Promise<void> =>
  orProblem(file, taken, () =>
    viaBeside(path.resolve(file), content, undefined, (beside) =>
      link(beside, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') throw error
        return rename(beside, file)
      }),
    ),
  )

/** Writes to a file beside another, and leaves nothing there. */
const viaBeside = async (
  target: string,
  content: string | Uint8Array,
  mode: number | undefined,
  put: (beside: string) => Promise<void>,
): Promise<void> => {
  const beside = path.join(path.dirname(target), `.${randomUUID()}.utlys`)
  try {
    await writeFile(beside, content, {flush: true, ...(mode !== undefined && {mode: mode & 0o700})})
    if (mode !== undefined) await chmod(beside, mode)
    await put(beside)
  } finally {
    await rm(beside, {force: true}).catch(() => undefined)
  }
}

const orProblem = async (file: string, taken: string, write: () => Promise<void>): Promise<void> => {
  try {
    await write()
  } catch (error) {
    if (error instanceof Problem) throw error
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Problem(taken, {path: file})
    throw new Problem('unwritable', {path: file, reason: code ?? String(error)})
  }
}

/** What takes the place of a file does not ask whether that may be written to. */
const refuseLocked = async (file: string, target: string): Promise<void> => {
  await access(target, constants.W_OK).catch(() => {
    throw new Problem('locked', {path: file})
  })
}

const refuseChanged = async (file: string, target: string, expected: string): Promise<void> => {
  const now = await readFile(target)
  if (!now.equals(Buffer.from(expected))) throw new Problem('changed', {path: file})
}
