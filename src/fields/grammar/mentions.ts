import type {Block, Posting, Span} from '../../posting/types.ts'
import type {Occurrence, Simple} from '../types.ts'
import {type Expressions, expressions} from './expressions.ts'
import {labelsByStart, withoutLabel} from './labels.ts'
import {type Sentence, sentencesWith} from './sentences.ts'

/** The words of something that an ad mentions in passing, such as its pension scheme. */
export interface MentionData {
  /** Look like a mention and are none. */
  falseFriends: string[]
  words: string[]
  /** When there are any, the sentence has one of these or stands under "Vi tilbyr". */
  frames: string[]
  /** A sentence with one of these is no mention. */
  unless: string[]
}

export type MentionReader = (posting: Posting) => Occurrence<Simple>[]

/** Finds the values labelled with the field, and the clauses elsewhere that mention it. */
export const mentionReader = (field: 'pensjon' | 'arbeidstid', data: MentionData): MentionReader => {
  const falseFriends = expressions(data.falseFriends)
  const words = expressions(data.words)
  const frames = expressions(data.frames)
  const other = expressions(data.unless)
  const isFramed = (lower: string): boolean => data.frames.length === 0 || frames.test(lower)

  const mention = ({block, text, lower, span}: Sentence): Span[] => {
    if (other.test(lower)) return []
    if (!block.sections.includes('vilkår') && !isFramed(lower)) return []
    const matches = words.all(masked(lower, falseFriends))
    const first = matches[0]
    const last = matches.at(-1)
    if (!first || !last) return []
    const {start, end} = clauses(text, first.start, last.end)
    return [{start: span.start + start, end: span.start + end}]
  }

  return (posting) => {
    const labelled = posting.pairs.filter((pair) => pair.field === field).map(({value}) => value)
    const values = new Set(labelled.map(({start}) => start))
    const mentions = sentencesWith(posting, field)
      .filter(({block}) => canMention(posting, block) && !values.has(block.span.start))
      .flatMap(mention)
    return [...labelled, ...mentions.map((span) => withoutLabel(posting, span))].map((span) => ({
      value: {value: posting.text.slice(span.start, span.end)},
      span,
    }))
  }
}

/** Labels of conditions, whose values may mention others: "Lønn: etter tariff, god pensjonsordning". */
const conditions = new Set<string | undefined>([undefined, 'lønn', 'ansettelsesform', 'stillingsprosent'])

/** Neither a heading or quotation nor the value of another label ("Arbeidsgiver: Statens pensjonskasse"). */
const canMention = (posting: Posting, {kind, span}: Block): boolean =>
  kind !== 'heading' &&
  kind !== 'quotation' &&
  (kind !== 'pair' || conditions.has(labelsByStart(posting).get(span.start)?.field))

/** The text with blanks in place of what looks like a mention. */
export const masked = (lower: string, falseFriends: Expressions): string =>
  falseFriends
    .all(lower)
    .reduce((text, {start, end}) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), lower)

const separator = /[,;:]/
const shortSentence = 60

/** The part of a sentence between separators that holds a range; the whole of a short sentence. */
const clauses = (text: string, from: number, to: number): Span => {
  let start = 0
  let end = text.length
  if (text.length > shortSentence) {
    for (start = from; start > 0 && !separator.test(text[start - 1]!); ) start--
    for (end = to; end < text.length && !separator.test(text[end]!); ) end++
  }
  start += /^\s*(?:(?:og|samt|men|and)\s+)?/u.exec(text.slice(start, end))![0].length
  return {start, end: start + text.slice(start, end).trimEnd().length}
}
