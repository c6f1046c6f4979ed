import type {Check, RuleContext} from '../../src/engine/types.ts'
import {readTitle} from '../../src/fields/grammar/job-titles.ts'
import {numberWordSource, parseNumber} from '../../src/fields/grammar/numbers.ts'
import {isGiven, recogniseSide} from '../../src/fields/sides.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Posting, Span} from '../../src/posting/types.ts'
import {inLowerCase, lazily, wholeWord} from '../../src/vocabulary/pattern.ts'
import countData from '../../src/vocabulary/post-counts.yml'

const vocabulary = countData as Record<
  'one' | 'kind' | 'any' | 'posts' | 'kinds' | 'post' | 'offers' | 'others' | 'about' | 'seeks' | 'stressed',
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
].map((source) => lazily(source, 'g'))
const stressedOne = lazily(`^${anyOf(vocabulary.stressed)}$`)
const ofAnyKind = lazily(`^(?: ${anyOf(any)})*$`)
const ofPosts = lazily(`^${anyOf(posts)}$`)
const isOffer = lazily(wholeWord(anyOf(vocabulary.offers)))
const isOfOthers = lazily(wholeWord(anyOf(vocabulary.others)))
const sought = lazily(
  `(?<![\\p{L}\\p{N}])(?:${vocabulary.seeks.join('|')}) (?<number>(?:${vocabulary.stressed.join('|')})(?!\\p{L})|[2-9]|${numberWordSource})(?: (?:${[...kind, ...any].join('|')})){0,3} `,
)
const another = lazily(wholeWord(`(?:og|samt|eller|and|or) (?:${anyOf([...one, numberWordSource])}|[2-9])`))
const aboutBefore = lazily(`(?<![\\p{L}\\p{N}])${anyOf(vocabulary.about)} $`)

interface Count {
  value: number
  span: Span
  /** Of all posts of the ad, not of those of some kind. */
  whole: boolean
  /** Of posts, and not of «helgestillinger» or «vikariater». */
  plain: boolean
}

/** The number of posts is the same beside a label and in the text. */
export const check: Check = (context) => {
  if (context.fields.antall.length === 0) return []
  const labelled = inLabels(context.posting)
  const told = context.analysis.sentences.flatMap((sentence) => [
    ...inSentence(sentence),
    ...peopleIn(sentence),
  ])
  const [total, ...totals] = [...labelled, ...told.filter(({whole}) => whole)]
  if (!total) return []
  const wrong =
    totals.find(({value}) => value !== total.value) ?? wrongPart(total, told, labelled.length > 0, context)
  if (!wrong) return []
  const words = ({span}: Count): string => context.posting.words(span)
  if (isGiven(context.posting, total.span) && !isGiven(context.posting, wrong.span))
    return [{message: 'skjema', span: wrong.span, data: {skjema: words(total), tekst: words(wrong)}}]
  return [{message: 'konflikt', span: wrong.span, data: {en: words(total), to: words(wrong)}}]
}

/** «Vi søker én lærer», «vi søker to lærere»: people, where the sentence speaks of one kind of them. */
const peopleIn = ({text, span, block}: Sentence): Count[] => {
  const words = inLowerCase(text)
  const match = block.kind === 'pair' ? undefined : sought().exec(words)
  if (!match || another().test(words) || isOfOthers().test(words)) return []
  const end = match.index + match[0].length
  const title = readTitle(text, end)
  const written = match.groups!.number!
  const value = stressedOne().test(written) ? 1 : parseNumber(written)
  if (title?.start !== end || value === undefined || (value === 1 && !stressedOne().test(written))) return []
  const start = match.index + match[0].indexOf(` ${written} `) + 1
  return [{value, span: {start: span.start + start, end: span.start + title.end}, plain: true, whole: false}]
}

const inLabels = ({pairs, text}: Posting): Count[] =>
  pairs
    .filter(({field}) => field === 'antall')
    .flatMap(({value: span}) => {
      const value = parseNumber(text.slice(span.start, span.end).replace(/ (?:stk\.?|stilling\p{L}*)$/iu, ''))
      return value ? [{value, span, whole: true, plain: true}] : []
    })

const inSentence = ({text, span, block}: Sentence): Count[] => {
  const words = inLowerCase(text)
  if (block.kind === 'pair' || !hint.test(words)) return []
  const offers = block.kind === 'heading' || isOffer().test(words)
  if (isOfOthers().test(words)) return []
  return counts.flatMap((pattern) =>
    [...words.matchAll(pattern())]
      .filter(({0: all, index}) => (offers || /^\d+ ?[x×]/.test(all)) && !isAbout(words, index))
      .map(({0: all, groups, index}) => ({
        value: groups!.one === undefined ? parseNumber(groups!.number!)! : 1,
        span: {start: span.start + index, end: span.start + index + all.length},
        plain: /[^\p{L}](?:stilling|position)\p{L}*$/u.test(all),
        whole:
          groups!.posts !== undefined && ofPosts().test(groups!.posts) && ofAnyKind().test(groups!.between!),
      })),
  )
}

const isAbout = (text: string, at: number): boolean =>
  aboutBefore().test(text.slice(Math.max(0, at - 20), at))

/**
 * The first count of posts of some kind, when there are more of them than posts in all, or when a label
 * gives a number that neither one of the counts nor their sum is.
 */
const wrongPart = (
  {value: total}: Count,
  told: readonly Count[],
  isLabelled: boolean,
  context: RuleContext,
): Count | undefined => {
  const parts = told.filter(({whole}) => !whole)
  const sums = [parts, distinct(parts, context.posting)].map(sumOf)
  if (sums.includes(total) || parts.some(({value}) => value === total)) return
  const larger = parts.find(({value}) => value > total)
  return larger ?? (isLabelled && isOfOneKind(context) ? parts.find(({plain}) => plain) : undefined)
}

const sumOf = (counts: readonly Count[]): number => counts.reduce((sum, {value}) => sum + value, 0)

/** With several forms or sizes, there may be posts that are told of without a number. */
const isOfOneKind = ({posting, today}: RuleContext): boolean => {
  const forms = recogniseSide(posting, 'text', 'ansettelsesform', {today})
  const sizes = recogniseSide(posting, 'text', 'stillingsprosent', {today})
  return forms.length <= 1 && new Set(sizes.map(({value}) => value.max)).size <= 1
}

const distinct = (counts: readonly Count[], posting: Posting): Count[] => [
  ...new Map(counts.map((count) => [posting.words(count.span).toLowerCase(), count])).values(),
]
