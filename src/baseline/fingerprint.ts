import {createHash} from 'node:crypto'
import type {Finding} from '../report/types.ts'

/** How many words on either side tell a finding from another of the same words. */
const wordsBeside = 3
/** Code units within which these words are looked for. */
const reach = 200
const word = /[\p{L}\p{N}]+/gu
const lineBreak = /[\r\n]/

/**
 * A hash of the words of a finding and those beside them on the same line. It stays the same when the finding
 * moves to another line, and when blanks or signs around it change.
 */
export const fingerprint = ({place, actual = ''}: Finding, source: string): string => {
  const before = place ? source.slice(Math.max(0, place.start.offset - reach), place.start.offset) : ''
  const after = place ? source.slice(place.end.offset, place.end.offset + reach) : ''
  const parts = [
    wordsIn(before.split(lineBreak).at(-1)!).slice(-wordsBeside),
    actual.replace(/\s+/g, ' ').trim().normalize(),
    wordsIn(after.split(lineBreak, 1)[0]!).slice(0, wordsBeside),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

const wordsIn = (text: string): string[] => text.normalize().match(word) ?? []
