import type {Check, Hit} from '../../src/engine/types.ts'
import {sizeOf} from '../../src/language/readability.ts'
import {type Standard, type StandardWords, standardWordsIn} from '../../src/language/standards.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import type {Block} from '../../src/posting/types.ts'

/** So many words of one standard show that a sentence or block is written in it. */
const fewestMarks = 2

/** A shorter block may be a name or a line from a portal. */
const fewestWords = 12

/** One block in the other standard may be a text from elsewhere; two are mixing. */
const fewestBlocks = 2

/** So many words show that an ad is written in another standard than the chosen one … */
const fewestInAd = 5
/** … when there are so many times more of them. */
const clearLead = 3

/** Texts that portals and templates supply, and what others have said. */
const notOurs: readonly Role[] = ['kontakt', 'nøkkelinfo', 'søkerliste', 'sitat']

interface Marked extends Record<Standard, StandardWords> {
  sentence: Sentence
}

/** One written standard in one ad, and the one that the employer has chosen. */
export const check: Check = ({analysis, posting, profile}) => {
  const {value: chosen, inferred} = profile.målform!
  if (posting.language === 'en' || chosen === 'begge') return []
  const marked = analysis.sentences
    .filter(({block: {kind}, role}) => (kind === 'paragraph' || kind === 'item') && !notOurs.includes(role))
    .map((sentence): Marked => ({sentence, ...standardWordsIn(sentence)}))
  return [
    ...(inferred ? [] : otherThan(chosen as Standard, marked)),
    ...mixedSentence(marked),
    ...mixedBlocks(marked, posting.language === 'nn' ? 'bokmål' : 'nynorsk'),
  ].slice(0, 1)
}

const others: Record<Standard, Standard> = {bokmål: 'nynorsk', nynorsk: 'bokmål'}

const marksIn = (marked: readonly Marked[], standard: Standard): number =>
  marked.reduce((sum, one) => sum + one[standard].words.length, 0)

const otherThan = (chosen: Standard, marked: readonly Marked[]): Hit[] => {
  const other = others[chosen]
  const count = marksIn(marked, other)
  if (count < fewestInAd || count < clearLead * marksIn(marked, chosen)) return []
  const first = marked.find((one) => one[other].words.length >= fewestMarks)
  return first ? [{message: `ikke-${chosen}`, span: first.sentence.span}] : []
}

const mixedSentence = (marked: readonly Marked[]): Hit[] => {
  const first = marked.find((one) => isOf('bokmål', one, one.nynorsk) || isOf('nynorsk', one, one.bokmål))
  if (!first) return []
  const data = {bokmål: quoted(first.bokmål), nynorsk: quoted(first.nynorsk)}
  return [{message: 'setning', span: first.sentence.span, data}]
}

/** Whether the sentence is of a standard and has slips from the other. */
const isOf = (standard: Standard, one: Marked, slips: StandardWords): boolean =>
  one[standard].words.length >= fewestMarks && (slips.common || slips.words.length >= fewestMarks)

const quoted = ({words}: StandardWords): string =>
  [...new Set(words)]
    .map((word) => `«${word}»`)
    .slice(0, 3)
    .join(', ')

/** Blocks of both standards; the finding is at the first in the standard that the ad as a whole is not in. */
const mixedBlocks = (marked: readonly Marked[], foreign: Standard): Hit[] => {
  if (marksIn(marked, foreign) < fewestBlocks * fewestMarks) return []
  const [first, ...more] = blocksOf(foreign, marked)
  const mixes = more.length + 1 >= fewestBlocks && blocksOf(others[foreign], marked).length >= fewestBlocks
  return first && mixes ? [{message: 'tekst', span: first.span}] : []
}

/** The blocks that have words of one standard and none of the other. */
const blocksOf = (standard: Standard, marked: readonly Marked[]): Block[] => {
  const blocks = new Set(marked.map(({sentence}) => sentence.block))
  const other = wordsByBlock(others[standard], marked)
  const own = wordsByBlock(standard, marked)
  return [...blocks].filter(
    (block) =>
      own.get(block)! >= fewestMarks && other.get(block) === 0 && sizeOf(block.text).words >= fewestWords,
  )
}

const wordsByBlock = (standard: Standard, marked: readonly Marked[]): Map<Block, number> => {
  const counts = new Map<Block, number>()
  for (const one of marked) {
    const {block} = one.sentence
    counts.set(block, (counts.get(block) ?? 0) + one[standard].words.length)
  }
  return counts
}
