import {createLocator} from './place.ts'
import type {WaiverComment} from './types.ts'

const waiver = /^<!--\s*utlys-ignorer\s+([^\s:>]+)\s*:?\s*([\s\S]*?)\s*-->$/

/**
 * Finds the comments of a draft, blanks them out so that no reader takes them for text, and reads those
 * that are waivers. A waiver covers the line that it stands on, or, alone on its line, the next line
 * with text.
 */
export const readComments = (source: string): {masked: string; waivers: WaiverComment[]} => {
  const comments = findComments(source)
  if (comments.length === 0) return {masked: source, waivers: []}
  const masked = mask(source, comments)
  const locate = createLocator(source)
  const waivers = comments.flatMap(([start, end]) => {
    const match = waiver.exec(source.slice(start, end))
    if (!match) return []
    const place = locate(start, end)
    return [
      {
        ruleId: match[1]!,
        reason: match[2]!,
        place,
        line: coveredLine(masked, place.start.line, place.end.line),
      },
    ]
  })
  return {masked, waivers}
}

const findComments = (source: string): [number, number][] => {
  const ranges: [number, number][] = []
  let start = source.indexOf('<!--')
  while (start >= 0) {
    const close = source.indexOf('-->', start + 4)
    if (close < 0) break
    ranges.push([start, close + 3])
    start = source.indexOf('<!--', close + 3)
  }
  return ranges
}

const mask = (source: string, ranges: readonly [number, number][]): string => {
  const parts: string[] = []
  let last = 0
  for (const [start, end] of ranges) {
    parts.push(source.slice(last, start), source.slice(start, end).replace(/[^\r\n]/g, ' '))
    last = end
  }
  return [...parts, source.slice(last)].join('')
}

const coveredLine = (masked: string, startLine: number, endLine: number): number => {
  const lines = masked.split(/\r\n|\n|\r/)
  if (lines[startLine - 1]?.trim()) return startLine
  let line = endLine
  while (line <= lines.length && !lines[line - 1]?.trim()) line++
  return line
}
