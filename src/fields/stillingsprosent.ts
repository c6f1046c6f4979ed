import type {Block, Posting, Span} from '../posting/types.ts'
import extentData from '../vocabulary/extent.yml'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import {isRole} from './grammar/job-titles.ts'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {bareFigures, findPercents, type Percent} from './grammar/percent.ts'
import {type Piece, piecesOf} from './grammar/pieces.ts'
import {withPosts} from './grammar/posts.ts'
import {blocksWith, type Sentence, sentencesOf} from './grammar/sentences.ts'
import {fullPosts, partPosts, type WordedSize} from './grammar/worded-sizes.ts'
import {anyOf, mostMatches} from './grammar/words.ts'
import type {Occurrence, Recogniser, Stillingsprosent} from './types.ts'

type Found = Occurrence<Stillingsprosent>

const vocabulary = extentData as unknown as Record<string, string[]> & {notYet: string}
const list = (name: string): string[] => vocabulary[name] as string[]
const source = (name: string): string => wholeWord(anyOf(withPosts(list(name))))

const postAfter = compile(`^[ -]{0,2}(?:${source('betweenPercentAndPost')} ){0,3}${source('posts')}`)
const postBefore = compile(
  `${source('posts')}(?: (?:som|as) [^,.;:%]{3,60}?)?(?:,? (?:${source('betweenPostAndPercent')}|\\p{L}+ \\d{1,2} ?%? ?og)){0,6}[ ,:(–-]{1,3}$`,
)
const formAfter = compile(`^ ?${source('formAfterPercent')}(?! ${source('notExtent')})`)
const formBefore = compile(`${source('formBeforePercent')}(?:[,:]|,? på)? \\(?$`)
const leading = compile(`^ ?(?:\\.?$|[,:]|${source('afterLeadingPercent')})`)
const foreign = compile(`^ ?${source('notExtent')}`)
const notYet = compile(`${wholeWord(vocabulary.notYet)}$`)
const fullAlone = compile(`^(?:${list('fullAlone').join('|')})(?![\\p{L}/])`)
const partAlone = compile(`^(?:${list('partAlone').join('|')})(?![\\p{L}/])`)
const percentSign = /%|prosent|pst|per ?cent/

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
    const stated = labels(posting)
    const beside = firstOfEach(stated.filter(isSaid(posting)), wordedKey)
    const inText = firstOfEach(
      [...blocksWith(posting, 'stillingsprosent').keys()]
        .flatMap((block) => inBlock(posting, block))
        .filter(outside(beside.slice(0, most))),
      wordedKey,
    )
    const said = [...beside, ...inText]
    const all = said.length > 0 ? said : stated
    const numbers = all.filter(({value}) => !value.ord)
    const sizes = new Set(numbers.map(({value}) => sizeKey(value)))
    const words = all.filter(({value}) => value.ord && !sizes.has(sizeKey(value)))
    return [...numbers, ...firstOfEach(words, sizeKey)]
  },
}

/** What a source puts in a form field when it knows nothing is not said by anyone. */
const isSaid = ({blocks}: Posting): ((found: Found) => boolean) => {
  const assumed = blocks.filter((block) => block.assumed)
  return ({span}) => !assumed.some(({span: {start, end}}) => start <= span.start && span.end <= end)
}

/** No ad has more labels of the size than this. */
const most = 50

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
  ...labelled(posting, 'ansettelsesform').flatMap(({value, text}) => {
    const percents = text.length < longestLine ? findPercents(text) : []
    return percents.length > 0 ? percents.map((p) => sized(p, text, value.start)) : inWords(text, value)
  }),
]

const sized = ({min, max, start, end}: Percent, text: string, from: number): Found => ({
  value: {min, max},
  span: trimmedSpan(text, start, end, from),
})

/** "Heltid", "Deltid" as the whole of a value or line. */
const inWords = (text: string, {start}: Span): Found[] => {
  const lower = inLowerCase(text)
  const match = fullAlone.exec(lower) ?? partAlone.exec(lower)
  if (!match) return []
  const span = {start, end: start + match[0].length}
  return fullAlone.test(lower)
    ? [{value: {min: 100, max: 100, ord: 'heltid'}, span}]
    : [{value: {min: 1, max: 99, ord: 'deltid'}, span}]
}

/** A line of key facts is short, and so is what it says of the size. */
const longestLine = 80
const longestPiece = 25

const inPiece = ({text, start}: Piece, {span}: Block): Found[] =>
  text.length < longestPiece && !percentSign.test(text)
    ? inWords(text, {start: span.start + start, end: span.end})
    : []

const inBlock = (posting: Posting, block: Block): Found[] => {
  const alone =
    block.text.length < longestLine ? piecesOf(block.text).flatMap((piece) => inPiece(piece, block)) : []
  return alone.length > 0
    ? alone
    : sentencesOf(posting, block).flatMap((sentence) => inSentence(sentence, block))
}

const inSentence = ({lower, span}: Sentence, block: Block): Found[] => {
  const percents = percentSign.test(lower) ? findPercents(lower).slice(0, mostMatches) : []
  const found = ofPost(percents, lower, block).map((percent) => sized(percent, lower, span.start))
  const worded = (sizes: readonly WordedSize[], ord?: 'heltid'): Found[] =>
    sizes.map(({size, start, end}) => ({
      value: {min: size, max: size, ...(ord && {ord})},
      span: trimmedSpan(lower, start, end, span.start),
    }))
  return [...found, ...worded(fullPosts(lower), 'heltid'), ...worded(partPosts(lower))]
}

/** The percentages that stand with the post, each with all of the list that it is in ("100 % og 60 %"). */
const ofPost = (percents: readonly Percent[], lower: string, block: Block): Percent[] =>
  lists(percents, lower)
    .filter((list) => list.some((percent) => isOfPost(percent, lower, block)))
    .flat()

const lists = (percents: readonly Percent[], lower: string): Percent[][] => {
  const found: Percent[][] = []
  for (const percent of percents) {
    const before = found.at(-1)?.at(-1)
    if (before && percent.start - before.end < 8 && listMark.test(lower.slice(before.end, percent.start)))
      found.at(-1)!.push(percent)
    else found.push([percent])
  }
  return found
}

const listMark = /^ ?%{0,2}(?:,| ?\/| og| eller| and| or)? ?$/

const isOfPost = ({start, end}: Percent, lower: string, block: Block): boolean => {
  if (notYet.test(lower.slice(Math.max(0, start - 60), start))) return false
  const after = lower.slice(end, end + 80)
  if (postAfter.test(after) || formAfter.test(after)) return true
  if (foreign.test(after)) return false
  if (
    formBefore.test(lower.slice(Math.max(0, start - 30), start)) ||
    isAfterTitle(lower.slice(0, start), after)
  )
    return true
  if (postBefore.test(lower.slice(Math.max(0, start - 120), start))) return true
  return isLine(lower.slice(0, start), after, block)
}

/** "Daglig leder 80 %", "vi søker daglig leder (50 %)" */
const isAfterTitle = (before: string, after: string): boolean => {
  const word = /(?<word>[\p{L}/-]{3,40}) \(?$/u.exec(before.slice(-45))?.groups?.word
  return (
    word !== undefined && (isRole(word) || isLeader(word)) && /^ ?\)?(?:[.,;]|$| fast| i | ved )/u.test(after)
  )
}

/** "Daglig leder": no title by its noun alone. */
const isLeader = (word: string): boolean => /^(?:leder|leiar)$/u.test(word)

/** "- 80 % natt" or "Fritidskontakt, 20 %, …": a line of a list of posts. */
const isLine = (before: string, after: string, block: Block): boolean => {
  if (/^(?:\d{1,2} ?x ?)?$/iu.test(before)) return leading.test(after) && !isOffer(block)
  return block.text.length < 80 && /^\p{L}[\p{L} /-]{2,40}, $/u.test(before) && /^(?:[,.]|$)/u.test(after)
}

const isOffer = (block: Block): boolean => block.sections.includes('vilkår')
