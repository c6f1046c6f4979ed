import {sectionsOfHeading} from '../vocabulary/index.ts'
import {matchesIn} from '../vocabulary/pattern.ts'
import type {Line} from './line.ts'
import {trimMapped} from './mapped-text.ts'

const gluedWord = /(?<=\p{Ll}{2}|[.!?:])(?=\p{Lu}\p{Ll})/gu
const fewest = 3

/**
 * Text whose line breaks were lost ("… av gjesterDaglig renholdVi tilbyr: …") is cut where a word or a
 * sentence is glued to the next. A line counts as glued when that happens several times.
 */
export const splitGlued = (line: Line): Line[] => {
  if (line.chars.text.length < 200) return [line]
  const cuts = matchesIn(line.chars.text, gluedWord).map((match) => match.index)
  if (cuts.length < fewest) return [line]
  return cutAt(
    line,
    [...cuts, ...headingCuts(line.chars.text, cuts)].toSorted((a, b) => a - b),
  )
}

/** Where the heading that a cut begins ("Vi ser etter deg som: er …") ends. */
const headingCuts = (text: string, cuts: readonly number[]): number[] =>
  cuts.flatMap((cut) => {
    const colon = text.slice(cut, cut + 50).indexOf(':')
    const isHeading = colon > 0 && sectionsOfHeading(text.slice(cut, cut + colon)).length > 0
    return isHeading ? [cut + colon + 1] : []
  })

const cutAt = (line: Line, cuts: readonly number[]): Line[] =>
  [0, ...cuts]
    .map((start, i) => ({
      ...line,
      chars: trimMapped(line.chars.slice(start, cuts[i])),
      gap: i === 0 ? line.gap : 0,
    }))
    .filter((part) => part.chars.text !== '')
