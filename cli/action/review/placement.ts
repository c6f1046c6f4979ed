import {lineStartsOf} from '../../../src/posting/place.ts'
import type {Finding} from '../../../src/report/types.ts'
import type {Diff} from './diff.ts'
import {suggestionOf} from './suggestion.ts'

/** The lines that a comment stands at, first to last. */
export interface Placement {
  start: number
  end: number
  /** What these lines should be instead. */
  suggestion?: string
}

export type Placer = (finding: Finding) => Placement | undefined

/**
 * Tells where a comment on a finding may stand: on lines that the pull request changes, and only where GitHub has the same
 * line, since what is checked may be merged with other changes. What is missing stands at the first changed line.
 */
export const createPlacer = (source: string, diff: Diff, isWritable: boolean): Placer => {
  const starts = lineStartsOf(source)
  const lineAt = (n: number): string => source.slice(starts[n - 1], starts[n]).replace(/\r?\n$/, '')
  const isSame = (n: number): boolean => diff.get(n)?.text.replace(/\r$/, '') === lineAt(n)
  const isChanged = (n: number): boolean => isSame(n) && diff.get(n)!.isAdded
  const firstChanged = starts.findIndex((_, i) => isChanged(i + 1)) + 1

  /** The last line of a range that one comment may cover from its first line on. */
  const reach = (start: number, end: number): number => {
    let last = start
    while (last < end && isSame(last + 1) && diff.get(last + 1)!.hunk === diff.get(start)!.hunk) last++
    return last
  }

  return (finding) => {
    const [from, to] = linesOf(finding) ?? [firstChanged, firstChanged]
    const start = rangeOf(from, to).find(isChanged)
    if (start === undefined) return undefined
    const change = isWritable ? suggestionOf(finding, source) : undefined
    return change && isSame(change.start) && reach(change.start, change.end) === change.end
      ? {start: change.start, end: change.end, suggestion: change.text}
      : {start, end: reach(start, to)}
  }
}

/** Words that end with a line do not go on to the next. */
const linesOf = ({place}: Finding): [number, number] | undefined => {
  if (!place) return undefined
  const {start, end} = place
  return [start.line, end.column === 1 ? Math.max(start.line, end.line - 1) : end.line]
}

const rangeOf = (from: number, to: number): number[] =>
  Array.from({length: to - from + 1}, (_, i) => from + i)
