import type {Posting, Span} from '../posting/types.ts'
import countData from '../vocabulary/count.yml'
import {compile, inLowerCase} from '../vocabulary/pattern.ts'
import {numberWordSource, parseNumber} from './grammar/numbers.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {anyOf, wordsTest} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const {posts, between, offers, others} = countData as Record<string, string[]>
const number = `(?<number>(?<![\\d.,%/-])[1-9]\\d{0,2}|${numberWordSource})`
const counted = compile(`${number}(?: ${anyOf(between!)}){0,3} ${anyOf(posts!)}(?![\\p{L}\\p{N}])`, 'g')
const times = /(?<![\d.,/])(?<number>[1-9]\d?) ?[x×] ?\d{1,3}(?:[.,]\d+)? ?(?:%|prosent)/
const inValue = compile(`^${number}(?![\\p{L}\\p{N}%])`)
const isOffer = wordsTest(offers!)
const isOther = wordsTest(others!)
const hint = /stilling|vikariat|engasjement|plass|position|vacanc|job|[x×] ?\d/

type Found = Occurrence<Simple>

export const antall: Recogniser<'antall'> = {
  name: 'antall',
  recognise(posting) {
    const labelled = posting.pairs
      .filter(({field}) => field === 'antall')
      .flatMap(({value}) => afterLabel(posting, value))
    if (labelled.length > 0) return labelled
    return posting.blocks
      .flatMap(sentencesOf)
      .filter(({lower}) => hint.test(lower))
      .flatMap(inSentence)
  },
}

const afterLabel = ({text}: Posting, {start, end}: Span): Found[] => {
  const match = inValue.exec(inLowerCase(text.slice(start, end)))
  return match ? count(match, start) : []
}

/** "Vi har to faste stillinger ledig", "3 x 100 % fast stilling". */
const inSentence = ({lower, span}: Sentence): Found[] => {
  const several = times.exec(lower)
  if (several) return count(several, span.start)
  if (!isOffer(lower) || isOther(lower)) return []
  return [...lower.matchAll(counted)].flatMap((match) => count(match, span.start))
}

const count = (match: RegExpExecArray, offset: number): Found[] => {
  const written = match.groups!.number!
  const value = parseNumber(written)
  if (value === undefined) return []
  const start = offset + match.index
  return [{value: {value: String(value)}, span: {start, end: start + match[0].trimEnd().length}}]
}
