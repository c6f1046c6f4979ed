import {git} from './run.ts'

const newline = 0x0a

/** The bytes of objects, by their ids, in one process. */
export const readBlobs = (ids: readonly string[]): Map<string, Uint8Array> => {
  const wanted = [...new Set(ids)]
  const blobs = new Map<string, Uint8Array>()
  if (wanted.length === 0) return blobs
  const output = git(['cat-file', '--batch'], `${wanted.join('\n')}\n`)
  let at = 0
  for (const id of wanted) {
    const end = output.indexOf(newline, at)
    const [, , size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    blobs.set(id, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}
