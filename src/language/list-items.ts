import type {Block, Posting, Section} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'

/** The list items that stand in one of some sections; one that stands twice, apart from case and marks, counts once. */
export const listItems = ({blocks}: Posting, among: readonly Section[]): Block[] => {
  const seen = new Set<string>()
  return blocks.filter(({kind, sections, text}) => {
    if (kind !== 'item' || !sections.some((section) => among.includes(section))) return false
    const words = inLowerCase(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const isNew = !seen.has(words)
    seen.add(words)
    return isNew
  })
}
