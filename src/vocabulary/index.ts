import type {Section} from '../posting/types.ts'
import labelData from './labels.yml'
import connectorData from './section-connectors.yml'
import sectionData from './sections.yml'

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

const sections = Object.entries(sectionData as Record<string, {words: string[]; phrases: string[]}>).map(
  ([section, {words, phrases}]) => ({
    section: section as Section,
    word: words.length > 0 ? new RegExp(`^(?:${words.join('|')})$`, 'u') : undefined,
    phrase: phrases.length > 0 ? new RegExp(`^(?:${phrases.join('|')})`, 'u') : undefined,
    whole: phrases.length > 0 ? new RegExp(`^(?:${phrases.join('|')})$`, 'u') : undefined,
  }),
)

const mostWords = 9

/** The sections that a heading opens; none for a heading that no section knows. */
export const sectionsOfHeading = (heading: string): Section[] => {
  const text = heading.toLowerCase().replace(/[\s:?!.]+$/u, '')
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  if (words.length === 0 || words.length > mostWords + 4) return []
  const found = sections.filter(
    ({word, phrase}) =>
      phrase?.test(text) || (words.length <= mostWords && word && words.some((w) => word.test(w))),
  )
  const content = found.filter(({section}) => section !== 'om' && section !== 'annet')
  return (content.length > 0 ? content : found).map(({section}) => section)
}

const connectors = new Set(connectorData as string[])

/** Whether a line without markup is the title of a section and nothing else ("Krav og kvalifikasjoner"). */
export const isSectionTitle = (line: string): boolean => {
  const text = line.toLowerCase().replace(/[\s:?]+$/u, '')
  if (text.length > 60 || !/^\p{Lu}/u.test(line)) return false
  if (sections.some(({whole}) => whole?.test(text))) return true
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  const isSectionWord = (word: string): boolean => sections.some((section) => section.word?.test(word))
  return words.some(isSectionWord) && words.every((word) => connectors.has(word) || isSectionWord(word))
}
