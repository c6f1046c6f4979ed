import {git} from './run.ts'

/** A file that a commit adds or changes. */
export interface Change {
  /** From the top of the repository. */
  path: string
  /** The id of the object with its bytes. */
  blob: string
  /** What it was in each that it is compared with; undefined where it is new. */
  before: readonly (Before | undefined)[]
}

export interface Before {
  /** Another one when the file was renamed. */
  path: string
  blob: string
}

/** Arguments of `git diff` that say what is compared with what: `--cached` and a commit, or two commits. */
export type Comparison = readonly string[]

const regularFiles = ['100644', '100755']
const link = '120000'

/** Whatever settings a person has. */
const plainDiff = [
  ...['-c', 'diff.relative=false', '-c', 'core.quotePath=true', 'diff'],
  ...['--no-ext-diff', '--no-textconv', '--no-color'],
]
const raw = ['--raw', '--no-abbrev', '-z']
/** Files that are deleted or in conflict are left out. */
const thoseThere = ['-M', '--diff-filter=ACMRT']

/**
 * The regular files that are other than in all that they are compared with: a merge commit changes only what none of
 * its parents has.
 */
export const changesFrom = (comparisons: readonly Comparison[]): Change[] => {
  const [first = [], ...others] = comparisons.map(changesIn)
  return first.flatMap((change) => {
    const same = others.map((changes) =>
      changes.find(({path, blob}) => path === change.path && blob === change.blob),
    )
    if (same.includes(undefined)) return []
    return {...change, before: [...change.before, ...same.flatMap((other) => other?.before)]}
  })
}

const changesIn = (comparison: Comparison): Change[] =>
  parseRaw(git([...plainDiff, ...thoseThere, ...raw, ...comparison, '--']).toString())

/** `:old-mode mode old-id id status NUL path NUL`, with two paths for what is renamed or copied. */
const parseRaw = (text: string): Change[] => {
  const words = text.split('\0')
  const changes: Change[] = []
  for (let i = 0; words[i]?.startsWith(':'); ) {
    const [oldMode = '', mode = '', oldBlob = '', blob = '', status = ''] = words[i]!.slice(1).split(' ')
    const from = words[i + 1]!
    i += /^[RC]/.test(status) ? 3 : 2
    const path = words[i - 1]!
    const isSame = path === from && blob === oldBlob
    if (!regularFiles.includes(mode) || isSame) continue
    const before = regularFiles.includes(oldMode) ? {path: from, blob: oldBlob} : undefined
    changes.push({path, blob, before: [before]})
  }
  return changes
}

/** What a name stands for, and once stood for, may be anything. */
export interface ChangedName {
  /** From the top of the repository. */
  path: string
  isLink: boolean
}

/** Every name that is new, stands for something else, or is gone, so that a file that is moved gives two. */
export const changedNames = (comparison: Comparison): ChangedName[] => {
  const words = git([...plainDiff, '--no-renames', ...raw, ...comparison, '--'])
    .toString()
    .split('\0')
  return words.flatMap((word, i) =>
    i % 2 === 0 && word !== '' ? {path: words[i + 1]!, isLink: word.split(' ')[1] === link} : [],
  )
}

/** Numbers of lines, as git counts them, by the ids before and after: `before..after`. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number>>

/** The lines that are new or other than they were, in files that are neither new nor only moved. */
export const changedLinesIn = (comparison: Comparison, paths: readonly string[]): ChangedLines => {
  const exact = ['-U0', '--inter-hunk-context=0', '--full-index', '--text']
  const pathspecs = paths.map((path) => `:(top,literal)${path}`)
  return parsePatch(
    git([...plainDiff, ...thoseThere, ...exact, ...comparison, '--', ...pathspecs]).toString('latin1'),
  )
}

const idsLine = /^index ([0-9a-f]+\.\.[0-9a-f]+)/
const hunkLine = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/

/** Lines of the files themselves begin with a sign, and names are quoted, so that none is taken for a line of git. */
const parsePatch = (patch: string): ChangedLines => {
  const byIds = new Map<string, Set<number>>()
  let current = new Set<number>()
  for (const line of patch.split('\n')) {
    const [, ids] = idsLine.exec(line) ?? []
    if (ids !== undefined) {
      current = new Set()
      byIds.set(ids, current)
    }
    const [, first, count = '1'] = hunkLine.exec(line) ?? []
    if (first !== undefined) for (let n = 0; n < Number(count); n++) current.add(Number(first) + n)
  }
  return byIds
}
