import type {Block, Posting, Span} from '../posting/types.ts'
import extentData from '../vocabulary/extent.yml'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {wholeWords} from './grammar/patterns.ts'
import {bareFigures, findPercents, type Percent} from './grammar/percent.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import type {Occurrence, Recogniser, Stillingsprosent} from './types.ts'

type Found = Occurrence<Stillingsprosent>

const vocabulary = extentData as Record<string, string[]>
const list = (name: string): string[] => vocabulary[name] as string[]
const source = (name: string): string => wholeWords(list(name)).source

const postAfter = new RegExp(`^[ -]{0,2}(?:${source('betweenPercentAndPost')} ){0,3}${source('posts')}`, 'iu')
const postBefore = new RegExp(
  `${source('posts')}(?: (?:som|as) [^,.;:%]{3,60}?)?(?:,? (?:${source('betweenPostAndPercent')}|\\p{L}+ \\d{1,2} ?%? ?og))*[ ,:(–-]{1,3}$`,
  'iu',
)
const leading = new RegExp(`^ ?(?:$|[,:]|${source('afterLeadingPercent')})`, 'iu')
const foreign = new RegExp(`^ ?${source('notExtent')}`, 'iu')
const full = wholeWords(list('full'), 'giu')
const notStated = wholeWords(list('notStated'))
const fullAlone = new RegExp(`^(?:${list('fullAlone').join('|')})(?![\\p{L}/])`, 'iu')
const partAlone = new RegExp(`^(?:${list('partAlone').join('|')})(?![\\p{L}/])`, 'iu')
const cheap = /%|prosent|pst|per ?cent|tid|time|ful?l|hele? |heile? /iu

/**
 * The size of the post: beside a label ("Stillingsprosent: 80"), with the post ("80 % fast stilling",
 * "stilling i 50–60 %"), first in a line of a list of posts, or in words ("full stilling"). A percentage
 * of anything else (pay deducted, working time, ownership) is none.
 *
 * Gives each size once as labelled and once as written in the text, so that the two can be compared.
 * A whole post in words is left out where the number 100 stands, too.
 */
export const stillingsprosent: Recogniser<'stillingsprosent'> = {
  name: 'stillingsprosent',
  recognise(posting) {
    const beside = firstOfEach(labels(posting), wordedKey)
    const inText = firstOfEach(posting.blocks.flatMap(inBlock).filter(outside(beside)), wordedKey)
    const all = [...beside, ...inText]
    const numbers = all.filter(({value}) => !value.ord)
    const stated = new Set(numbers.map(({value}) => sizeKey(value)))
    const words = all.filter(({value}) => value.ord && !stated.has(sizeKey(value)))
    return [...numbers, ...firstOfEach(words, sizeKey)]
  },
}

const sizeKey = ({min, max}: Stillingsprosent): string => `${min}-${max}`
const wordedKey = (value: Stillingsprosent): string => `${sizeKey(value)} ${value.ord}`

const outside =
  (taken: readonly Found[]) =>
  ({span}: Found): boolean =>
    taken.every((other) => span.end <= other.span.start || span.start >= other.span.end)

const labels = (posting: Posting): Found[] => [
  ...labelled(posting, 'stillingsprosent').flatMap(({value, text}) => {
    const percents = findPercents(text)
    const found = (percents.length > 0 ? percents : bareFigures(text)).map((p) => sized(p, text, value.start))
    return found.length > 0 ? found : inWords(text, value)
  }),
  ...labelled(posting, 'ansettelsesform').flatMap(({value, text}) => inWords(text, value)),
]

const sized = ({min, max, start, end}: Percent, text: string, from: number): Found => ({
  value: {min, max},
  span: trimmedSpan(text, start, end, from),
})

/** "Heltid", "Deltid" as the whole of a value or line. */
const inWords = (text: string, {start}: Span): Found[] => {
  const match = fullAlone.exec(text) ?? partAlone.exec(text)
  if (!match) return []
  const span = {start, end: start + match[0].length}
  return fullAlone.test(text)
    ? [{value: {min: 100, max: 100, ord: 'heltid'}, span}]
    : [{value: {min: 1, max: 99, ord: 'deltid'}, span}]
}

const inBlock = (block: Block): Found[] => {
  if (!cheap.test(block.text)) return []
  const alone = block.text.length < 25 ? inWords(block.text, block.span) : []
  return alone.length > 0 ? alone : sentencesOf(block).flatMap((sentence) => inSentence(sentence, block))
}

const inSentence = (sentence: Sentence, block: Block): Found[] => {
  const {text, span} = sentence
  const percents = findPercents(text)
  const found = percents
    .filter((_, i) => isPost(percents, i, text, block))
    .map((p) => sized(p, text, span.start))
  const words = [...text.matchAll(full)]
    .filter((match) => !notStated.test(around(text, match.index, match[0].length)))
    .map(
      (match): Found => ({
        value: {min: 100, max: 100, ord: 'heltid'},
        span: trimmedSpan(text, match.index, match.index + match[0].length, span.start),
      }),
    )
  return [...found, ...words]
}

/** A percentage is a size when it stands with the post; so is the one before it in the same list. */
const isPost = (percents: readonly Percent[], i: number, text: string, block: Block): boolean => {
  const {start, end} = percents[i]!
  const after = text.slice(end, end + 80)
  if (postAfter.test(after)) return true
  const next = percents[i + 1]
  if (next && /^(?:,| ?\/| og| eller| and| or)? ?$/iu.test(text.slice(end, next.start)))
    return isPost(percents, i + 1, text, block)
  if (foreign.test(after)) return false
  if (postBefore.test(text.slice(Math.max(0, start - 120), start))) return true
  return isLine(text.slice(0, start), after, block)
}

/** "- 80 % natt" or "Fritidskontakt, 20 %, …": a line of a list of posts. */
const isLine = (before: string, after: string, block: Block): boolean => {
  if (/^(?:\d{1,2} ?x ?)?$/iu.test(before)) return leading.test(after) && !isOffer(block)
  return block.text.length < 80 && /^\p{Lu}[\p{L} /-]{2,40}, $/u.test(before) && /^(?:[,.]|$)/u.test(after)
}

const isOffer = (block: Block): boolean => block.sections.includes('vilkår')

const around = (text: string, start: number, length: number): string =>
  text.slice(Math.max(0, start - 40), start + length + 25)
