import {newlineOf} from '../posting/newline.ts'
import type {Finding} from '../report/types.ts'
import type {Edit} from './edit.ts'

/** Why a finding is to stand, and, where they are given, who has decided it and the last day on which it holds. */
export interface Decision {
  reason: string
  by?: string
  /** ISO date */
  until?: string
}

/**
 * Writes a waiver for a finding into the draft: at the end of the line of the words, where it parts no paragraph or
 * list in two, or as a line of its own at the end of the draft for something that is missing.
 */
export const waiverEdit = (source: string, {ruleId, place}: Finding, decision: Decision): Edit => {
  const comment = commentOf(ruleId, decision)
  if (!place) {
    const end = source.trimEnd().length
    const newline = newlineOf(source)
    return {range: [end, end], text: newline + newline + comment}
  }
  const at = endOfLine(source, place.start.offset)
  if (endsInTag(source.slice(place.start.offset, at)))
    return {range: [place.start.offset, place.start.offset], text: comment}
  return {range: [at, at], text: ` ${comment}`}
}

const commentOf = (ruleId: string, {reason, by, until}: Decision): string => {
  const decided = [...(by ? [`av: ${onOneLine(by)}`] : []), ...(until ? [`til: ${until}`] : [])]
  const end = decided.length > 0 ? ` (${decided.join(', ')})` : ''
  return `<!-- utlys-ignorer ${ruleId}: ${onOneLine(reason)}${end} -->`
}

/** Nothing in a comment may end it. */
const onOneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/-(?=->?|>)/g, '–')
    .trim()

/** A tag of HTML may go on on the next line, and no comment may stand in it. */
const endsInTag = (rest: string): boolean => /<[a-z/][^<>]*$/i.test(rest)

const endOfLine = (source: string, offset: number): number => {
  const rest = source.slice(offset).search(/(?<![ \t])[ \t]*(?:[\r\n]|$)/)
  return offset + rest
}
