import {git} from './run.ts'

/** The files of the index or of a commit: the id of each by its path from the top. Symbolic links and submodules are left out. */
export type Entries = ReadonlyMap<string, string>

/** `mode id stage TAB path` of the index, `mode type id TAB path` of a tree. */
const inIndex = /^100\d{3} ([0-9a-f]+) 0\t([\s\S]*)$/
const inTree = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]*)$/

export const indexEntries = (pathspecs: readonly string[]): Entries =>
  parse(git(['ls-files', '--stage', '-z', '--full-name', '--', ...pathspecs]), inIndex)

export const commitEntries = (commit: string): Entries =>
  parse(git(['ls-tree', '-r', '-z', '--full-tree', commit]), inTree)

const parse = (output: Buffer, line: RegExp): Entries =>
  new Map(
    output
      .toString()
      .split('\0')
      .flatMap((entry): [string, string][] => {
        const [, id, path] = line.exec(entry) ?? []
        return id !== undefined && path !== undefined ? [[path, id]] : []
      }),
  )
