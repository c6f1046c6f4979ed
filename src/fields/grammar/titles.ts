import type {Posting, Span} from '../../posting/types.ts'
import titleData from '../../vocabulary/job-titles.yml'
import type {Occurrence, Simple} from '../types.ts'
import {expressions} from './expressions.ts'
import {readTitle} from './job-titles.ts'
import {trimmedSpan} from './occurrences.ts'
import type {Words} from './sentences.ts'

/** How ads name the post that they advertise. */
export const vocabulary = titleData as {
  weakLabels: string[]
  notTitle: string
  slogans: string
  agents: string
  adjectives: string
  leadIns: string
  postTail: string
  triggers: Record<
    | 'post'
    | 'as'
    | 'advertises'
    | 'seeks'
    | 'sought'
    | 'asYou'
    | 'you'
    | 'areYou'
    | 'coded'
    | 'experience'
    | 'subjectVerbs',
    string[]
  > & {
    code: string
    asNamed: string
  }
}

const isExperience = expressions(vocabulary.triggers.experience).test

export type Title = Occurrence<Simple>

/** Finds titles of one way of saying in an ad. */
export type TitleFinder = (posting: Posting) => Title[]

/** The words of a text from `start` to `end` as a title; the text itself begins at `from`. */
export const occurrence = (text: string, start: number, end: number, from: number): Title => {
  const span = trimmedSpan(text, start, end, from)
  return {value: {value: text.slice(span.start - from, span.end - from)}, span}
}

/** Which titles are asked for: with `anyNoun` also those that no ending marks as a role; of one number, or of both. */
export interface Wanted {
  anyNoun?: boolean
  plural?: boolean
}

/** The title at a place of a text that itself begins at `from`. */
export const titled = (
  text: string,
  at: number,
  from: number,
  {anyNoun = false, plural}: Wanted = {},
): Title[] => {
  const title = readTitle(text, at, anyNoun)
  if (!title || (plural !== undefined && title.isPlural !== plural)) return []
  return [occurrence(text, title.start, title.end, from)]
}

/** After a match, unless it tells of experience. */
export const after = ({text, lower, span}: Words, {start, end}: Span, wanted?: Wanted): Title[] =>
  isExperience(lower.slice(Math.max(0, start - 30), start)) ? [] : titled(text, end, span.start, wanted)

/** Where a match lies in the text that was searched. */
export const spanOf = ({0: words, index}: RegExpExecArray): Span => ({
  start: index,
  end: index + words.length,
})

/** A headline that wants to be read rather than to name the post: "Vil du bli vår nye rektor?" */
export const isSlogan = expressions(vocabulary.slogans.split(' ')).test
