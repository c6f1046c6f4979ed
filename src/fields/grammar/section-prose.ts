import type {Block, Posting, Section} from '../../posting/types.ts'
import proseData from '../../vocabulary/section-prose.yml'
import type {Occurrence, SectionItems} from '../types.ts'
import {wholeWords} from './patterns.ts'
import {occurrence} from './section-items.ts'
import {type Sentence, sentencesOf} from './sentences.ts'

interface ProseData {
  within: readonly Section[]
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
  const {within, lists, fewest, frame, single, words} = (proseData as Record<ProseSection, ProseData>)[
    section
  ]
  const framing = frame.length > 0 ? wholeWords(frame) : undefined
  const singular = single.length > 0 ? wholeWords(single) : undefined
  const pattern = wholeWords([...single, ...words], 'giu')

  const isRead = ({kind, sections}: Block): boolean =>
    (kind === 'paragraph' || kind === 'item') &&
    (sections.length === 0 || sections.some((name) => within.includes(name)))
  const isListed = ({kind, sections}: Block): boolean =>
    kind === 'item' && sections.some((name) => lists.includes(name))

  return (posting) => {
    const found: Sentence[] = []
    const different = new Set<string>()
    const loose = afterLists(posting.blocks)
    for (const block of posting.blocks.filter((each) => isRead(each) || loose.has(each))) {
      for (const sentence of sentencesOf(block)) {
        const hits = sentence.text.match(pattern)
        if (!hits || !(isListed(block) || !framing || framing.test(sentence.text))) continue
        found.push(sentence)
        for (const hit of hits) different.add(hit.toLowerCase())
      }
    }
    const enough = different.size >= fewest || found.some(({text}) => singular?.test(text))
    return enough ? occurrence(found) : []
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
