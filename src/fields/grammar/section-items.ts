import type {Block, Posting, Section, Span} from '../../posting/types.ts'
import type {Occurrence, SectionItems} from '../types.ts'

/**
 * The parts of an ad that stand under a heading of the section, one occurrence for each heading.
 *
 * The items are the list items under the heading; a part without a list gives its paragraphs, and one that is nothing
 * but a table of labels these. A part with
 * one item is also an occurrence: the heading is there, so the field is not missing.
 */
export const sectionItems = (posting: Posting, section: Section): Occurrence<SectionItems>[] =>
  parts(posting.blocks, section).flatMap((part) => occurrence(itemsOf(part)))

/** Runs of blocks of the section, cut at each heading. */
const parts = (blocks: readonly Block[], section: Section): Block[][] => {
  const found: Block[][] = []
  let inside = false
  for (const block of blocks) {
    inside = block.sections.includes(section) && (inside || isHead(block))
    if (inside && isHead(block)) found.push([])
    else if (inside) found.at(-1)?.push(block)
  }
  return found
}

/** A heading, or a label alone on its line. */
const isHead = ({kind, text}: Block): boolean => kind === 'heading' || (kind === 'pair' && text.endsWith(':'))

const itemsOf = (part: readonly Block[]): Block[] => {
  const items = part.filter(({kind}) => kind === 'item')
  if (items.length > 0) return items
  const prose = part.filter(({kind}) => kind === 'paragraph' || kind === 'quotation')
  return prose.length > 0 ? prose : part.filter(({kind}) => kind === 'pair')
}

/** What the items say, and the range from the first to the last; none for no items. */
export const occurrence = (items: readonly {text: string; span: Span}[]): Occurrence<SectionItems>[] => {
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) return []
  const end = last.span.start + last.text.trimEnd().length
  return [{value: {items: items.map(({text}) => text.trim())}, span: {start: first.span.start, end}}]
}
