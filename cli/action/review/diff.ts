/** A line of a file as a pull request has it, where GitHub shows it among the changes and takes comments. */
export interface DiffLine {
  text: string
  /** Which run of lines it is in: a comment on several lines must keep to one. */
  hunk: number
  isAdded: boolean
}

/** By the number of the line. */
export type Diff = ReadonlyMap<number, DiffLine>

const hunkLine = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** Reads the `patch` that GitHub gives of a file. */
export const readPatch = (patch: string): Diff => {
  const lines = new Map<number, DiffLine>()
  let hunk = 0
  let number = 0
  for (const line of patch.split('\n')) {
    const [, start] = hunkLine.exec(line) ?? []
    if (start !== undefined) {
      hunk++
      number = Number(start)
    } else if (/^[+ ]/.test(line)) {
      lines.set(number, {text: line.slice(1), hunk, isAdded: line.startsWith('+')})
      number++
    }
  }
  return lines
}
