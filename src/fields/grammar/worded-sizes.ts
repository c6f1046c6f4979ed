import type {Span} from '../../posting/types.ts'
import extentData from '../../vocabulary/extent.yml'
import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {expressions} from './expressions.ts'
import {withPosts} from './posts.ts'
import {anyOf, matchesOf} from './words.ts'

const vocabulary = extentData as unknown as Record<'full' | 'half' | 'sharesOf' | 'notStated', string[]> & {
  beforeMeasure: string
}
const full = expressions(withPosts(vocabulary.full))
const half = expressions(vocabulary.half)
const share = compile(
  `(?<![\\p{N},.])(?<share>[01][,.]\\d{1,2}) (?:faste? )?${wholeWord(anyOf(vocabulary.sharesOf))}`,
  'gu',
)
const isUnstated = expressions(vocabulary.notStated).test
const beforeMeasure = compile(`${vocabulary.beforeMeasure}$`)
const fullHint = /full|hei?le? st|hei?ltid/
const partHint = /halv|half|årsverk|fte|[.,]\d{1,2} (?:st|h)/

/** The size of a post told in words, in percent, with its place in the text. */
export interface WordedSize extends Span {
  size: number
}

/** "Full stilling", "på heltid"; not "40 % av full stilling" or "mulighet for full stilling". */
export const fullPosts = (lower: string): WordedSize[] =>
  (fullHint.test(lower) ? full.all(lower) : [])
    .filter(({start}) => !beforeMeasure.test(lower.slice(Math.max(0, start - 20), start)))
    .filter((span) => isStated(lower, span))
    .map((span) => ({...span, size: 100}))

/** "Halv stilling", "0,6 årsverk" */
export const partPosts = (lower: string): WordedSize[] => {
  if (!partHint.test(lower)) return []
  const halves = half.all(lower).map((span) => ({...span, size: 50}))
  const shares = matchesOf(lower, share).map(({0: words, index, groups}) => ({
    start: index,
    end: index + words.length,
    size: Math.round(Number(groups!.share!.replace(',', '.')) * 100),
  }))
  return [...halves, ...shares]
    .filter(({size}) => size > 0 && size <= 100)
    .filter((found) => isStated(lower, found))
}

const isStated = (lower: string, {start, end}: Span): boolean =>
  !isUnstated(lower.slice(Math.max(0, start - 40), end + 25))
