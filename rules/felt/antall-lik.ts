import type {Check, RuleContext} from '../../src/engine/types.ts'
import {numberWordSource, parseNumber} from '../../src/fields/grammar/numbers.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Posting, Span} from '../../src/posting/types.ts'
import {compile, inLowerCase, wholeWord} from '../../src/vocabulary/pattern.ts'
import countData from '../../src/vocabulary/post-counts.yml'

const vocabulary = countData as Record<
  'one' | 'kind' | 'any' | 'posts' | 'kinds' | 'post' | 'offers' | 'others' | 'about',
  string[]
>
const anyOf = (sources: readonly string[]): string => `(?:${sources.join('|')})`
const {one, kind, any, posts, kinds, post} = vocabulary

const hint = /stilling|vikariat|engasjement|position|vacanc|[x×] ?\d/
const number = `(?<number>(?<![\\p{L}\\d.,%/–-])[1-9]\\d?|${numberWordSource})`
const between = `(?<between>(?: ${anyOf([...kind, ...any])}){0,3})`
const counts = [
  `${number}${between} (?<posts>${anyOf([...posts, ...kinds])})(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}])(?<one>${anyOf(one)})${between} ${anyOf(post)}(?![\\p{L}\\p{N}-])`,
  '(?<![\\d.,/])(?<number>[1-9]\\d?) ?[x×] ?\\d{1,3}(?:[.,]\\d+)? ?(?:%|prosent)',
].map((source) => compile(source, 'g'))
const ofAnyKind = compile(`^(?: ${anyOf(any)})*$`)
const ofPosts = compile(`^${anyOf(posts)}$`)
const isOffer = compile(wholeWord(anyOf(vocabulary.offers)))
const isOfOthers = compile(wholeWord(anyOf(vocabulary.others)))
const aboutBefore = compile(`(?<![\\p{L}\\p{N}])${anyOf(vocabulary.about)} $`)

interface Count {
  value: number
  span: Span
  /** Of all posts of the ad, not of those of some kind. */
  whole: boolean
}

/** The number of posts beside a label and in the text. */
export const check: Check = (context) => {
  if (context.fields.antall.length === 0) return []
  const labelled = inLabels(context.posting)
  const told = context.analysis.sentences.flatMap(inSentence)
  const [total, ...totals] = [...labelled, ...told.filter(({whole}) => whole)]
  if (!total) return []
  const wrong =
    totals.find(({value}) => value !== total.value) ?? wrongPart(total, told, labelled.length > 0, context)
  if (!wrong) return []
  const words = ({span}: Count): string => context.posting.words(span)
  return [{message: 'konflikt', span: wrong.span, data: {en: words(total), to: words(wrong)}}]
}

const inLabels = ({pairs, text}: Posting): Count[] =>
  pairs
    .filter(({field}) => field === 'antall')
    .flatMap(({value: span}) => {
      const value = parseNumber(text.slice(span.start, span.end).replace(/ (?:stk\.?|stilling\p{L}*)$/iu, ''))
      return value ? [{value, span, whole: true}] : []
    })

const inSentence = ({text, span, block}: Sentence): Count[] => {
  const words = inLowerCase(text)
  if (block.kind === 'pair' || !hint.test(words)) return []
  const offers = block.kind === 'heading' || isOffer.test(words)
  if (isOfOthers.test(words)) return []
  return counts.flatMap((pattern) =>
    [...words.matchAll(pattern)]
      .filter(({0: all, index}) => (offers || /^\d+ ?[x×]/.test(all)) && !isAbout(words, index))
      .map(({0: all, groups, index}) => ({
        value: groups!.one === undefined ? parseNumber(groups!.number!)! : 1,
        span: {start: span.start + index, end: span.start + index + all.length},
        whole: groups!.posts !== undefined && ofPosts.test(groups!.posts) && ofAnyKind.test(groups!.between!),
      })),
  )
}

const isAbout = (text: string, at: number): boolean => aboutBefore.test(text.slice(Math.max(0, at - 20), at))

/**
 * The first count of posts of some kind, when there are more of them than posts in all, or when a label
 * gives a number that neither one of the counts nor their sum is.
 */
const wrongPart = (
  {value: total}: Count,
  told: readonly Count[],
  isLabelled: boolean,
  {fields, posting}: RuleContext,
): Count | undefined => {
  const parts = distinct(
    told.filter(({whole}) => !whole),
    posting,
  )
  const sum = parts.reduce((all, {value}) => all + value, 0)
  if (sum === total || parts.some(({value}) => value === total)) return
  const isPlain = fields.ansettelsesform.length <= 1
  return parts.find(({value}) => value > total) ?? (isLabelled && isPlain ? parts[0] : undefined)
}

const distinct = (counts: readonly Count[], posting: Posting): Count[] => [
  ...new Map(counts.map((count) => [posting.words(count.span).toLowerCase(), count])).values(),
]
