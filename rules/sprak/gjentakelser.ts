import type {Check, Hit} from '../../src/engine/types.ts'
import {earlierAlike} from '../../src/language/repeats.ts'
import {eachWord} from '../../src/language/tokens.ts'
import type {Role, Sentence} from '../../src/language/types.ts'

/** More findings would say no more. */
const mostFindings = 3

/** A sentence of fewer words may well be said twice; a list item may not. */
const fewestWords = 4

/** A quality of so many words, which another sentence may hold whole. */
const longestQuality = 2

/** Shorter words than this ("IT") are no quality. */
const fewestLetters = 6

/** Facts and notices that portals repeat, and what others have said. */
const notRead: readonly Role[] = ['kontakt', 'nøkkelinfo', 'søkerliste', 'sitat']

interface Said {
  sentence: Sentence
  words: readonly string[]
}

/** What the ad says twice: sentences or list items, alike or nearly alike, and qualities asked for twice. */
export const check: Check = ({analysis}) => {
  const said = analysis.sentences
    .filter(({block: {kind}, role}) => (kind === 'paragraph' || kind === 'item') && !notRead.includes(role))
    .map((sentence): Said => ({sentence, words: wordsIn(sentence.lower)}))
  const repeated = sentencesTwice(said)
  const spans = new Set(repeated.map(({span}) => span))
  const qualities = qualitiesTwice(said).filter(({span}) => !spans.has(span))
  return [...repeated, ...qualities].slice(0, mostFindings)
}

const wordsIn = (lower: string): string[] => {
  const words: string[] = []
  eachWord(lower, (word) => words.push(word))
  return words
}

const sentencesTwice = (said: readonly Said[]): Hit[] => {
  const told = said.filter(
    ({sentence, words}) => words.length >= (sentence.block.kind === 'item' ? 1 : fewestWords),
  )
  const earlier = earlierAlike(told.map(({words}) => words))
  return told.flatMap(({sentence}, i) => {
    const index = earlier[i]
    return index === undefined ? [] : [hit('likt', sentence, told[index]!.sentence)]
  })
}

/** "Strukturert" under the qualities, and "Strukturert og nøyaktig" or "du må være strukturert" elsewhere. */
const qualitiesTwice = (said: readonly Said[]): Hit[] => {
  const asked = said.filter(({sentence: {role}}) => role === 'krav' || role === 'egenskap')
  const qualities = new Map(
    asked.filter(isQuality).map(({sentence, words}) => [words.join(' '), sentence] as const),
  )
  const found = new Map<Sentence, Sentence>()
  for (const {sentence, words} of qualities.size > 0 ? asked : []) {
    for (const phrase of phrasesOf(words)) {
      const quality = qualities.get(phrase)
      if (quality && asksToo(sentence, quality) && !found.has(quality)) found.set(quality, sentence)
    }
  }
  return [...found].map(([quality, other]) => hit('egenskap', quality, other))
}

/** After a list may stand what is no longer about the applicant. */
const asksToo = (sentence: Sentence, quality: Sentence): boolean =>
  sentence !== quality && (sentence.block.kind === 'item' || sentence.span.start < quality.span.start)

const isQuality = ({sentence: {block, sections, text}, words}: Said): boolean =>
  block.kind === 'item' &&
  sections.includes('egenskaper') &&
  words.length <= longestQuality &&
  text.length >= fewestLetters

/** The runs of words that may be a quality. */
const phrasesOf = (words: readonly string[]): string[] =>
  words.flatMap((word, i) => [word, ...(i > 0 ? [`${words[i - 1]} ${word}`] : [])])

const hit = (message: string, {span, text}: Sentence, other: Sentence): Hit => ({
  message,
  span,
  data: {her: quote(text), der: quote(other.text)},
})

const longestQuote = 80

const quote = (text: string): string => {
  const words = text.replace(/[.,;:]$/u, '')
  return words.length <= longestQuote
    ? words
    : `${words.slice(0, longestQuote).replace(/(?<!\s)\s+\S*$/u, '')} …`
}
