import {readFileSync} from 'node:fs'
import {git} from '../git/run.ts'

/** A file of the index. */
export interface StagedFile {
  /** From here. */
  file: string
  blob: string
  bytes: Uint8Array
}

/**
 * The files that are other on disk than in the index, or gone. Git tells of those whose bytes are not the same, since
 * line endings may differ by its settings alone.
 */
export const differingOnDisk = (staged: readonly StagedFile[]): Set<string> => {
  const onDisk = staged.map((one) => ({...one, disk: readHere(one.file)}))
  const gone = onDisk.filter(({disk}) => disk === undefined)
  const other = onDisk.filter(({disk, bytes}) => disk && Buffer.compare(disk, bytes) !== 0)
  const ids = idsOnDisk(other.map(({file}) => file))
  const differing = other.filter(({blob}, i) => blob !== ids[i])
  return new Set([...gone, ...differing].map(({file}) => file))
}

const readHere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** The ids that files would have if they were staged as they are. Nothing is written. */
const idsOnDisk = (files: readonly string[]): string[] =>
  files.length === 0
    ? []
    : git(['hash-object', '--', ...files])
        .toString()
        .split('\n')
