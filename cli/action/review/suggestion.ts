import type {Edit} from '../../../src/draft/edit.ts'
import {blanksIn, proposalsOf} from '../../../src/draft/proposals.ts'
import {lastAtOrBefore, lineStartsOf} from '../../../src/posting/place.ts'
import {safe} from '../../../src/report/safe.ts'
import type {Finding} from '../../../src/report/types.ts'

/** Lines from first to last, and what stands there instead: with the line breaks of the file, but for the last. */
export interface LineChange {
  start: number
  end: number
  text: string
}

const longest = 10_000
const lastBreak = /(?:\r\n|\n|\r)$/

/** What one click may take into the ad: the safe fix, or the only proposal, with nothing left to fill in. */
export const suggestionOf = (finding: Finding, source: string): LineChange | undefined => {
  const [first, ...more] = proposalsOf(finding)
  if (!first || (more.length > 0 && !finding.fix) || blanksIn(first.edit.text).length > 0) return undefined
  const change = wholeLines(source, first.edit)
  const isFit = change.text !== '' && change.text.length <= longest && isShownAsItIs(change.text)
  return isFit ? change : undefined
}

/** An edit as the exchange of whole lines, which is all that GitHub can make. */
export const wholeLines = (source: string, {range: [from, to], text}: Edit): LineChange => {
  const starts = lineStartsOf(source)
  const isLine = (index: number): boolean => index === 0 || starts[index]! < source.length
  const existing = (index: number): number => (isLine(index) ? index : index - 1)
  const last = lastAtOrBefore(starts, to)
  const [start, end] = [existing(lastAtOrBefore(starts, from)), existing(last)]
  const next = starts[last + 1] ?? source.length
  const stop = isLine(last)
    ? next - (lastBreak.exec(source.slice(starts[last], next))?.[0].length ?? 0)
    : next
  const changed = source.slice(starts[start], from) + text + source.slice(to, stop)
  return {start: start + 1, end: end + 1, text: isLine(last) ? changed : changed.replace(lastBreak, '')}
}

/** Whoever accepts a suggestion must have seen all that it holds. */
const isShownAsItIs = (text: string): boolean =>
  text.split(/\r\n|\n/).every((line) => {
    const plain = line.replaceAll('\t', ' ')
    return safe(plain) === plain
  })
