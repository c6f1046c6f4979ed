import type {Block, Posting} from '../../posting/types.ts'
import {compile, inLowerCase} from '../../vocabulary/pattern.ts'
import {readTitle} from './job-titles.ts'
import {findLegalNames, findOtherNames} from './organisations.ts'
import {after, isSlogan, occurrence, spanOf, type TitleFinder, vocabulary} from './titles.ts'
import {matchesOf} from './words.ts'

const vacantPost =
  /(?<!\p{L})(?:(?:ledige? |vi har ledig |stilling(?:er)? )?(?:stilling ledig|stilling(?:ar|er)?)|ledig)[ :–-]{1,3}(?!som |for )/gu
const adjectives = compile(`^(?:${vocabulary.adjectives} ){1,2}$`)
const leadIn = compile(`^${vocabulary.leadIns}`)
const agentFirst = compile(`^${vocabulary.agents}(?!\\p{L})`)
const advertHint = /stilling|søknad|ansett|tilset|jobb|application/

/** How many blocks from the top a heading may be the title of the ad. */
const top = 8

/** The headings of the ad that name a post. */
export const headings: TitleFinder = (posting) =>
  posting.blocks.slice(0, top).flatMap((block, i) => {
    if (!(block.kind === 'heading' || (i === 0 && isTitleLine(block)))) return []
    if (block.text.length > longestTitleLine || block.text.endsWith('?')) return []
    const line = {text: block.text, lower: inLowerCase(block.text), span: block.span}
    const vacant = matchesOf(line.lower, vacantPost).flatMap((match) => after(line, spanOf(match)))
    if (vacant.length > 0) return vacant
    const title = readTitle(block.text, 0)
    if (!title?.isRole || !isTitleOnly(block.text.slice(title.end))) return []
    const start = leadIn.exec(line.lower)?.[0].length ?? 0
    return isAdjectives(line.lower.slice(start, title.start))
      ? [occurrence(block.text, start, title.end, block.span.start)]
      : []
  })

/** "Grafisk " before the noun of a title line */
const isAdjectives = (words: string): boolean => words === '' || adjectives.test(words)

/** "Helsefagarbeider 75 % fast", "Fritidskontakt, 20 %": a line of a list of posts. */
export const listedPosts: TitleFinder = (posting) =>
  posting.blocks.flatMap(({kind, text, span}) => {
    if (kind === 'heading' || text.length > longestTitleLine || !text.includes('%')) return []
    const title = readTitle(text, 0)
    return title?.isRole && title.start === 0 && startsWithSize.test(text.slice(title.end))
      ? [occurrence(text, 0, title.end, span.start)]
      : []
  })

const startsWithSize =
  /^,? ?[–-]? ?(?:\d{1,2} ?x ?)?(?:i |ca\.? )?\d{1,3}(?:[,.]\d{1,2})?(?: ?[–-] ?\d{1,3})? ?%/u

const longestTitleLine = 150

/** The first line of an ad is often its title without being marked as a heading. */
const isTitleLine = ({kind, text}: Block): boolean => kind === 'paragraph' && !/[.!?:]$/u.test(text)

/** What follows a title in a heading: nothing, a place, the size of the post. */
const isTitleOnly = (rest: string): boolean =>
  /^[^\p{L}\p{N}]*$/u.test(rest) ||
  /^(?:[,:]? ?[–|(-] ?|,? )(?:\d|i |på |ved |til |hos |hjå |at |in |for |with |fast|vikariat|\p{Lu})/u.test(
    rest,
  )

/**
 * The first line of an ad: above key facts ("# Kundeservice og salg" with "Frist: …" below), or with the noun
 * of one who does something ("Pakker fiskemat").
 */
export const firstLine: TitleFinder = (posting) => {
  const {blocks} = posting
  const first = blocks[0]
  if (!first || first.text.length > longestFirstLine || first.sections.length > 0) return []
  if (first.kind !== 'heading' && !isTitleLine(first)) return []
  const lower = inLowerCase(first.text)
  if (isSlogan(lower) || /[.!?:]$/u.test(lower) || !/\p{L}{2}/u.test(lower)) return []
  return isAboveKeyFacts(posting, first) || (agentFirst.test(lower) && isAdvert(blocks))
    ? [occurrence(first.text, 0, first.text.length, first.span.start)]
    : []
}

const isAdvert = (blocks: readonly Block[]): boolean =>
  blocks.some(({text}) => advertHint.test(inLowerCase(text)))

const keyFacts = new Set<string | undefined>([
  'frist',
  'arbeidssted',
  'ansettelsesform',
  'stillingsprosent',
  'arbeidsgiver',
  'tiltredelse',
])

/** Labels of a post soon after the line, which is not the employer's name. */
const isAboveKeyFacts = ({blocks, pairs}: Posting, {text, span}: Block): boolean => {
  const end = blocks[Math.min(blocks.length, top) - 1]!.span.end
  const hasFacts = pairs.some(
    ({field, label}) => keyFacts.has(field) && label.start > span.end && label.start < end,
  )
  return hasFacts && ![...findLegalNames(text), ...findOtherNames(text)].some(({kind}) => kind !== 'name')
}

const longestFirstLine = 60
