import type {Posting, Span} from '../posting/types.ts'
import countData from '../vocabulary/count.yml'
import {compile, inLowerCase} from '../vocabulary/pattern.ts'
import {expressions} from './grammar/expressions.ts'
import {parseNumber} from './grammar/numbers.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import {mostMatches} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const data = countData as Record<'posts' | 'between' | 'offers' | 'others', string[]>
const posts = expressions(data.posts)
const between = new Set(data.between)
const offers = expressions(data.offers)
const others = expressions(data.others)
const times = /(?<![\d.,/])(?<number>[1-9]\d?) ?[x×] ?\d{1,3}(?:[.,]\d+)? ?(?:%|prosent)/
const lastWord = compile('(?<![\\p{L}\\p{N}.,/%-])(?<word>[\\p{L}\\p{N}.–-]{1,20}(?: ?%)?) $')
const inFigures = /^(?<least>[1-9]\d?)(?:[–-](?<most>[1-9]\d?))?$/
const inValue = compile(
  '^(?:ca\\.? )?(?<number>[1-9]\\d{0,2}(?:[–-]\\d{1,2})?|\\p{L}{1,9})(?![\\p{L}\\p{N}%])',
)
/** More than ten are told in figures. */
const number =
  /\d|(?:^| )(?:en|ein|éin|én|ett?|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|one|two|three|four|five|six|seven|eight|nine|ten) /

/** Words that may stand between the number and the word for the posts. */
const mostBetween = 3
const longestWord = 24

type Found = Occurrence<Simple>

export const antall: Recogniser<'antall'> = {
  name: 'antall',
  recognise(posting) {
    const labelled = posting.pairs
      .filter(({field}) => field === 'antall')
      .flatMap(({value}) => afterLabel(posting, value))
    if (labelled.length > 0) return labelled
    return sentencesWith(posting, 'antall')
      .filter(({lower}) => number.test(lower))
      .flatMap(inSentence)
  },
}

const afterLabel = ({text}: Posting, {start, end}: Span): Found[] => {
  const match = inValue.exec(inLowerCase(text.slice(start, end)))
  const value = countOf(match?.groups?.number ?? '')
  return match && value ? [found(value, start, start + match[0].length)] : []
}

/** "Vi har to faste stillinger ledig", "3 x 100 % fast stilling". */
const inSentence = ({lower, span}: Sentence): Found[] => {
  const several = times.exec(lower)
  if (several) {
    const start = span.start + several.index
    return [found(several.groups!.number!, start, start + several[0].length)]
  }
  if (!offers.test(lower) || others.test(lower)) return []
  return posts
    .all(lower)
    .slice(0, mostMatches)
    .flatMap(({start, end}) => {
      const number = numberBefore(lower, start)
      return number ? [found(number.value, span.start + number.start, span.start + end)] : []
    })
}

/** The number of the posts named at a place: "to", or "1–2", with words such as "ledige" between. */
const numberBefore = (lower: string, place: number): {value: string; start: number} | undefined => {
  let at = place
  for (let i = 0; i <= mostBetween; i++) {
    const match = lastWord.exec(lower.slice(Math.max(0, at - longestWord), at))
    if (!match) return
    const word = match.groups!.word!
    const start = at - match[0].length
    const value = countOf(word)
    if (value) return {value, start}
    if (!between.has(word) && !/^\d{1,3} ?%$/.test(word)) return
    at = start
  }
  return
}

/** "to" is 2; "1-2" is a range. */
const countOf = (written: string): string | undefined => {
  const figures = inFigures.exec(written)?.groups
  if (figures) return figures.most ? `${figures.least}–${figures.most}` : figures.least
  /** More than ten are told in figures. */
  const number = /\d/.test(written) ? undefined : parseNumber(written)
  return number === undefined ? undefined : String(number)
}

const found = (value: string, start: number, end: number): Found => ({value: {value}, span: {start, end}})
