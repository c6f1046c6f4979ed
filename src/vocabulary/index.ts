import type {Section} from '../posting/types.ts'
import labelData from './labels.yml'
import {createOpenings} from './openings.ts'
import connectorData from './section-connectors.yml'
import sectionData from './sections.yml'
import {createWordSet} from './word-set.ts'

const fieldByLabel = new Map(
  Object.entries(labelData as Record<string, string[]>).flatMap(([field, labels]) =>
    [field, ...labels].map((label): [string, string] => [label, field]),
  ),
)

/** The most words that a known label has. */
export const longestLabel = Math.max(...[...fieldByLabel.keys()].map((label) => label.split(' ').length))

/**
 * The field that a label names; `annet` for a known label that names no field.
 *
 * @param label lower case, without the colon
 */
export const fieldOfLabel = (label: string): string | undefined => fieldByLabel.get(label)

const sectionEntries = Object.entries(sectionData as Record<string, {words: string[]; phrases: string[]}>)

const sections = sectionEntries.map(([section, {words, phrases}]) => ({
  section: section as Section,
  isWord: createWordSet(words),
  phrases: createOpenings(phrases),
}))

const mostWords = 9
const longestHeading = 200

/** The sections that a heading opens; none for a heading that no section knows. */
export const sectionsOfHeading = (heading: string): Section[] => {
  if (heading.length > longestHeading) return []
  const text = heading.toLowerCase().replace(/(?<![\s:?!.])[\s:?!.]+$/u, '')
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  if (words.length === 0 || words.length > mostWords + 4) return []
  const found = sections.filter(
    ({isWord, phrases}) => phrases.begin(text) || (words.length <= mostWords && words.some(isWord)),
  )
  const content = found.filter(({section}) => section !== 'om' && section !== 'annet')
  return (content.length > 0 ? content : found).map(({section}) => section)
}

const connectors = new Set(connectorData as string[])

/** Whether a line without markup is the title of a section and nothing else ("Krav og kvalifikasjoner"). */
export const isSectionTitle = (line: string): boolean => {
  if (line.length > longestHeading) return false
  const text = line.toLowerCase().replace(/(?<![\s:?])[\s:?]+$/u, '')
  if (text.length > 60 || !/^\p{Lu}/u.test(line)) return false
  if (sections.some(({phrases}) => phrases.are(text))) return true
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  const isSectionWord = (word: string): boolean => sections.some(({isWord}) => isWord(word))
  return words.every((word) => connectors.has(word) || isSectionWord(word)) && words.some(isSectionWord)
}
