import type {Block, Posting, Section} from '../../posting/types.ts'
import proseData from '../../vocabulary/section-prose.yml'
import type {Occurrence, SectionItems} from '../types.ts'
import {expressions} from './expressions.ts'
import {occurrence} from './section-items.ts'
import {type Sentence, sentencesIn} from './sentences.ts'

interface ProseData {
  within: readonly Section[]
  paragraphsWithin?: readonly Section[]
  quoted?: boolean
  lists: readonly Section[]
  fewest: number
  frame: readonly string[]
  single: readonly string[]
  words: readonly string[]
}

/** The sections that prose can stand for. */
export type ProseSection = 'arbeidsoppgaver' | 'kvalifikasjoner' | 'egenskaper' | 'vilkår'

/** Finds what an ad without the section's heading says in running text or in the lists of a sibling section. */
export const proseReader = (section: ProseSection): ((posting: Posting) => Occurrence<SectionItems>[]) => {
  const {
    within,
    paragraphsWithin = [],
    quoted,
    lists,
    fewest,
    frame,
    single,
    words,
  } = (proseData as Record<ProseSection, ProseData>)[section]
  const frames = expressions(frame)
  const singles = expressions(single)
  const all = expressions([...single, ...words])
  const isFramed = (lower: string): boolean => frame.length === 0 || frames.test(lower)

  const isRead = ({kind, sections}: Block): boolean =>
    (kind === 'paragraph' || kind === 'item' || (quoted === true && kind === 'quotation')) &&
    (sections.length === 0 ||
      sections.some(
        (name) => within.includes(name) || (kind === 'paragraph' && paragraphsWithin.includes(name)),
      ))
  const isListed = ({kind, sections}: Block): boolean =>
    kind === 'item' && sections.some((name) => lists.includes(name))

  const telling = (sentence: Sentence): string[] =>
    isListed(sentence.block) || isFramed(sentence.lower)
      ? all.all(sentence.lower).map(({start, end}) => sentence.lower.slice(start, end))
      : []

  return (posting) => {
    const loose = afterLists(posting.blocks)
    const told = sentencesIn(posting)
      .filter(({block}) => isRead(block) || loose.has(block))
      .map((sentence) => ({sentence, words: telling(sentence)}))
      .filter(({words}) => words.length > 0)
    const found = told.map(({sentence}) => sentence)
    const different = new Set(told.flatMap(({words}) => words))
    const enough = different.size >= fewest || found.some(({lower}) => singles.test(lower))
    return enough ? occurrence(found).map(({value, span}) => ({value: {...value, løpende: true}, span})) : []
  }
}

/** Paragraphs after a list, which have often left the section of the list. */
const afterLists = (blocks: readonly Block[]): Set<Block> => {
  const found = new Set<Block>()
  let afterList = false
  for (const block of blocks) {
    if (block.kind !== 'paragraph') afterList = block.kind === 'item'
    else if (afterList) found.add(block)
  }
  return found
}
