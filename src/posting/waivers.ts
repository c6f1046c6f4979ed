import {createLocator} from './place.ts'
import type {WaiverComment} from './types.ts'

const waiver = /^<!--\s*utlys-ignorer\s+([^\s:>]{1,100})(?=[\s:>]|-->)\s{0,9}:?([\s\S]*)-->$/
/** What may follow the reason: «(av: personalsjefen, til: 2027-01-31)», both or one, in either order; a date needs no colon. */
const decision = /\(\s{0,9}(?=(?:av|til)\s{0,9}:|til\s{1,9}\d{4}-)((?:[^()]|\([^()]*\))*)\)$/
const decisionPart =
  /(?:^|,)\s{0,9}(av|til)(?:\s{0,9}:|(?=\s{1,9}\d{4}-))((?:(?!,\s{0,9}(?:av|til)(?:\s{0,9}:|\s{1,9}\d{4}-))[\s\S]){0,500})/g

/** Where a comment stands in the source. */
export type Range = readonly [start: number, end: number]

/**
 * Finds the comments of a draft, unless its format tells where they are, blanks them out so that no reader takes them for text, and reads those
 * that are waivers. A waiver covers the line that it stands on, or, alone on its line, the next line
 * with text.
 */
export const readComments = (
  source: string,
  comments: readonly Range[] = findComments(source),
): {masked: string; waivers: WaiverComment[]} => {
  if (comments.length === 0) return {masked: source, waivers: []}
  const masked = mask(source, comments)
  const locate = createLocator(source)
  const covered = coveredLines(masked)
  const waivers = comments.flatMap(([start, end]) => {
    const match = waiver.exec(source.slice(start, end))
    if (!match) return []
    const place = locate(start, end)
    return [
      {
        ruleId: match[1]!,
        ...readReason(match[2]!.trim()),
        place,
        line: covered(place.start.line, place.end.line),
      },
    ]
  })
  return {masked, waivers}
}

const readReason = (text: string): Pick<WaiverComment, 'reason' | 'by' | 'until'> => {
  const match = decision.exec(text)
  if (!match) return {reason: text}
  const parts = new Map([...match[1]!.matchAll(decisionPart)].map(([, key, value]) => [key, value!.trim()]))
  const by = parts.get('av')
  const until = parts.get('til')
  return {reason: text.slice(0, match.index).trimEnd(), ...(by && {by}), ...(until !== undefined && {until})}
}

/**
 * The comments of a text, whatever they stand in.
 *
 * @param endOfCode where code ends that an offset is in, if it is in any: what looks like a comment there is none
 */
export const findComments = (
  source: string,
  endOfCode: (offset: number) => number | undefined = () => undefined,
): Range[] => {
  const ranges: Range[] = []
  let start = source.indexOf('<!--')
  while (start >= 0) {
    const codeEnd = endOfCode(start)
    const close = codeEnd ?? source.indexOf('-->', start + 4)
    if (close < 0) break
    if (codeEnd === undefined) ranges.push([start, close + 3])
    start = source.indexOf('<!--', codeEnd ?? close + 3)
  }
  return ranges
}

const mask = (source: string, ranges: readonly Range[]): string => {
  const parts: string[] = []
  let last = 0
  for (const [start, end] of ranges) {
    parts.push(source.slice(last, start), source.slice(start, end).replace(/[^\r\n]/g, ' '))
    last = end
  }
  return [...parts, source.slice(last)].join('')
}

/** The line itself if it has text beside the comment, else the next one that has. */
const coveredLines = (masked: string): ((startLine: number, endLine: number) => number) => {
  const texts = masked.split(/\r\n|\n|\r/).map((line) => line.trim() !== '')
  const next: number[] = []
  let line = texts.length + 1
  for (let i = texts.length; i >= 0; i--) {
    if (texts[i]) line = i + 1
    next[i] = line
  }
  return (startLine, endLine) => (texts[startLine - 1] ? startLine : next[endLine - 1]!)
}
