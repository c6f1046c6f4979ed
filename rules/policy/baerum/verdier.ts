import {distance} from 'fastest-levenshtein'
import type {Check, Hit, RuleContext} from '../../../src/engine/types.ts'
import type {Block, Span} from '../../../src/posting/types.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const values = [
  ['åpenhet', 'respekt', 'mot'],
  ['openheit', 'respekt', 'mot'],
]
const qualities = [
  ['mangfold', 'raushet', 'bærekraft'],
  ['mangfald', 'rausheit', 'berekraft'],
]
const visions = ['sammen skaper vi fremtiden', 'saman skaper vi framtida', 'saman skapar vi framtida']

const list = '\\p{L}+(?:(?:,\\s+\\p{L}+)*,?\\s+(?:og|&)\\s+\\p{L}+|(?:,\\s+\\p{L}+){2,})'
const whose = '(?:våre|kommunens|bærums|bærum kommunes)(?:\\s+tre)?\\s+(?:kjerne)?verdi(?:er|ar)'
const named = `(?:${whose}|(?:kjerne)?verdi(?:ene|ane)(?:\\s+(?:våre|(?:til|i)\\s+(?:bærum\\s+)?kommun(?:e|en)))?)`
const valuesIn = new RegExp(`(?<!\\p{L})${named}(?:\\s+er)?:?\\s+(${list})`, 'dgu')
const valuesHeading = new RegExp(`^(?:${whose}|verdi(?:ene|ane)\\s+våre)(?:\\s+er)?:?$`, 'u')
const visionIn = new RegExp(
  `(?<!\\p{L})(sam+[ea]n\\s+\\p{L}+\\s+vi\\s+\\p{L}+)(?:\\s*[–—,:-]\\s*(${list}))?`,
  'gu',
)

/** Longer words with one other letter are meant as the same. */
const shortest = 5
const isLike = (one: string, other: string): boolean =>
  one === other || (one.length >= shortest && distance(one, other) === 1)

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu)!.filter((word) => word !== 'og')

const isOneOf = (words: readonly string[], lists: readonly (readonly string[])[]): boolean =>
  lists.some((wanted) => words.toSorted().join() === wanted.toSorted().join())

/** Some of them are meant, but they are not all, or not alone. */
const isMisquoted = (words: readonly string[], lists: readonly (readonly string[])[]): boolean =>
  words.some((word) => lists.flat().some((wanted) => isLike(word, wanted))) && !isOneOf(words, lists)

/** The three values and the vision, where an ad names them, are those of the policy. */
export const check: Check = (context) => [...misquotedValues(context), ...misquotedVision(context)]

const misquotedValues = (context: RuleContext): Hit[] => {
  const inText = context.posting.blocks.flatMap(({text, span}) =>
    [...inLowerCase(text).matchAll(valuesIn)].map(({1: words, indices}) => ({
      words: wordsOf(words!),
      span: {start: span.start + indices![1]![0], end: span.start + indices![1]![1]},
    })),
  )
  return [...inText, ...listedValues(context.posting.blocks)]
    .filter(({words}) => isMisquoted(words, values))
    .map(({span}) => hitAt('verdier', span, context))
}

/** The first words of the list items under a heading such as "Våre verdier". */
const listedValues = (blocks: readonly Block[]): {words: string[]; span: Span}[] =>
  blocks.flatMap(({text}, i) => {
    if (!valuesHeading.test(inLowerCase(text).trim())) return []
    const end = blocks.findIndex(({kind}, at) => at > i && kind !== 'item')
    const items = blocks.slice(i + 1, end === -1 ? blocks.length : end)
    if (items.length < 2) return []
    const words = items.flatMap((item) => wordsOf(`${inLowerCase(item.text)} og`).slice(0, 1))
    return [{words, span: {start: items[0]!.span.start, end: items.at(-1)!.span.end}}]
  })

const misquotedVision = (context: RuleContext): Hit[] =>
  context.analysis.sentences.flatMap(({lower, span}) =>
    [...lower.matchAll(visionIn)]
      .filter(([, vision, tail]) => isWrong(vision!.replace(/\s+/gu, ' '), tail, /visjon/u.test(lower)))
      .map(({0: words, index}) =>
        hitAt('visjon', {start: span.start + index, end: span.start + index + words.length}, context),
      ),
  )

/** Words like those of the vision are meant as it when they are called so, or go on as it does. */
const isWrong = (vision: string, tail: string | undefined, isCalledVision: boolean): boolean => {
  const words = tail ? wordsOf(tail) : []
  if (isMisquoted(words, qualities)) return true
  return !visions.includes(vision) && (isCalledVision || isOneOf(words, qualities))
}

const hitAt = (message: string, span: Span, {posting}: RuleContext): Hit => ({
  message,
  span,
  data: {ord: posting.text.slice(span.start, span.end).replace(/\s+/gu, ' ')},
})
