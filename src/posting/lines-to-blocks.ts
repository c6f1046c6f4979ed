import {fieldOfLabel, isSectionTitle, sectionsOfHeading} from '../vocabulary/index.ts'
import {readBoxes} from './boxes.ts'
import {splitGlued} from './glued.ts'
import type {Line} from './line.ts'
import {concatMapped, filler, type MappedText, trimMapped} from './mapped-text.ts'
import type {BlockKind, Section} from './types.ts'

/** A block before its text has a place in the whole. */
export interface BlockDraft {
  kind: BlockKind
  chars: MappedText
  sections: readonly Section[]
  /** It is a form field. */
  given?: true
  /** It has what its source puts there when it knows nothing. */
  assumed?: true
  /** Blank lines before the block. */
  gap: number
}

/** Ranks below those of marked headings: a line of its own, and a line that ends with a colon. */
const bareRank = 7
const colonRank = 8

/** Groups lines to blocks and tells under which heading each stands. */
export const linesToBlocks = (lines: readonly Line[]): BlockDraft[] => {
  const whole = readBoxes(lines).flatMap(splitGlued).flatMap(splitHeadedLine)
  const width = wrapWidths(whole)
  return withSections(groupLines(whole, width))
}

interface Group {
  kind: BlockKind
  rank: number
  lines: Line[]
}

const groupLines = (lines: readonly Line[], widths: readonly number[]): Group[] => {
  const groups: Group[] = []
  lines.forEach((line, i) => {
    const current = groups.at(-1)
    if (current && continues(current, line, widths[i]!)) current.lines.push(line)
    else groups.push({...kindOf(line, lines[i + 1], i === 0), lines: [line]})
  })
  return groups
}

const kindOf = (line: Line, next: Line | undefined, first: boolean): {kind: BlockKind; rank: number} => {
  const {text} = line.chars
  if (line.given || (!line.item && hasLeadingLabel(text))) return {kind: 'pair', rank: 0}
  if (line.item) return {kind: 'item', rank: 0}
  const rank = headingRank(line, next, first)
  if (rank > 0) return {kind: 'heading', rank}
  if (line.quote || isSpeech(text)) return {kind: 'quotation', rank: 0}
  return isShortPair(text) ? {kind: 'pair', rank: 0} : {kind: 'paragraph', rank: 0}
}

/** A label that some field knows, followed by a colon. */
const hasLeadingLabel = (text: string): boolean => {
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 50 || text[colon + 1] === '/') return false
  return fieldOfLabel(text.slice(0, colon).trim().toLowerCase()) !== undefined
}

/** `Label: value` with a label that no field knows. */
const isShortPair = (text: string): boolean =>
  /^\p{Lu}[\p{L}/.-]*(?: [\p{L}/.-]+){0,3}:\s\S.{0,60}$/u.test(text)

const headingRank = (line: Line, next: Line | undefined, first: boolean): number => {
  const {text} = line.chars
  if (line.rank !== undefined && line.rank < bareRank) return line.rank
  if (text.length > 90) return 0
  const isSentence = /[.!]$/u.test(text)
  if (line.rank === bareRank && !isSentence) return bareRank
  if (text.endsWith(':') || (next && opensList(text, next))) return colonRank
  if (isSectionTitle(text)) return bareRank
  return (first || line.gap > 0) && next && isBareHeading(text, next) ? bareRank : 0
}

/** "Det er en fordel om du har" or "Du er …" before what completes it. */
const opensList = (text: string, next: Line): boolean =>
  (next.item ? breaksOff(text) || /[;…]$/u.test(text) : /(?:…|\.\.\.)$/.test(text)) &&
  sectionsOfHeading(text).length > 0

/** Text that somebody says, and not a text that begins with a word in quotation marks: «Vaktmester» er tittelen. */
const isSpeech = (text: string): boolean => /^[«"“]/u.test(text) && !quotedWords.test(text)

const quotedWords =
  /^[«"“][^«»"“”]{1,60}[»"”]\s+(?!(?:sier|seier|forteller|fortel|svarer|svarar) (?:\p{Lu}|han |hun |ho ))\p{Ll}/u

/** A heading that a section knows is short and has no inner sentence. */
const isTitleLike = (text: string): boolean =>
  text.length <= 60 &&
  /^[\p{Lu}…]/u.test(text) &&
  !/[,;]|\.\s|\d{4}/u.test(text) &&
  text.split(/\s+/).length <= 8

/** A short line before a longer text or a list, which does not go on in the next line. */
const isBareHeading = (text: string, next: Line): boolean =>
  text.length <= 60 &&
  /^[\p{Lu}\d]/u.test(text) &&
  /[\p{L}\p{N})?!]$/u.test(text) &&
  !/[@:;]|\.\s/u.test(text) &&
  !breaksOff(text) &&
  (next.item === true || next.chars.text.length > (next.gap > 0 ? 40 : 60)) &&
  !/^\p{Ll}/u.test(next.chars.text)

const continues = (group: Group, line: Line, width: number): boolean => {
  if (line.gap > 0 || line.begins || line.item || line.quote || line.given) return false
  if (line.rank !== undefined)
    return group.kind === 'heading' && group.rank === line.rank && line.rank < bareRank
  const previous = group.lines.at(-1)!.chars.text
  const {text} = line.chars
  if (hasLeadingLabel(text)) return false
  if (group.kind === 'heading') return false
  if (/^[\p{Ll}(,;)]/u.test(text)) return !previous.endsWith(':')
  if (/[.!?:;]$/u.test(previous)) return false
  return breaksOff(previous) || previous.length >= width
}

const openEnded =
  /(?:,|\p{L}-|(?:^|\s)(?:og|eller|i|på|til|for|med|av|fra|frå|om|som|er|har|have|å|du|you|den|det|en|et|ein|eit|innen|innan|senest|seinast|mellom|over|under|minst|fylt|enn|etter|før|maks|inntil|ved|hos|and|or|of|to|the|in|for|with))$/u

/** Whether a line ends so that its sentence must go on in the next. */
export const breaksOff = (text: string): boolean => openEnded.test(text)

/**
 * For each line, the length from which a line counts as wrapped: most of the width of the run of lines
 * that it stands in, when that run looks hard-wrapped.
 */
const wrapWidths = (lines: readonly Line[]): number[] => {
  const widths: number[] = []
  let start = 0
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && lines[i]!.gap === 0) continue
    const run = lines.slice(start, i).map((line) => line.chars.text.length)
    const full = run.reduce((longest, length) => Math.max(longest, length), 0)
    const filled = run.filter((length) => length >= full * 0.75).length
    const wrapped = run.length >= 3 && full >= 40 && full <= 110 && filled >= run.length * 0.6
    for (const _ of run) widths.push(wrapped ? full * 0.75 : Number.POSITIVE_INFINITY)
    start = i
  }
  return widths
}

/** "Kvalifikasjoner: Fagbrev som …" is a heading and the text under it. */
const splitHeadedLine = (line: Line): Line[] => {
  const {text} = line.chars
  const colon = text.indexOf(':')
  if (line.given || colon < 3 || colon > 45 || colon >= text.length - 2 || text[colon + 1] === '/')
    return [line]
  const label = text.slice(0, colon)
  if (!isTitleLike(label) || hasLeadingLabel(text) || sectionsOfHeading(label).length === 0) return [line]
  const head = line.chars.slice(0, colon + 1)
  const body = trimMapped(line.chars.slice(colon + 1))
  const {rank: _rank, ...rest} = line
  return [
    {chars: head, gap: line.gap},
    {...rest, chars: body, gap: 0},
  ]
}

const withSections = (groups: readonly Group[]): BlockDraft[] => {
  let rank = 0
  let sections: readonly Section[] = []
  return groups.map((group, i) => {
    const chars = joinLines(group.lines)
    const first = group.lines[0]!
    const heading = group.kind === 'heading'
    const found =
      heading || isLabelHeading(group, chars.text) ? sectionsOpenedBy(chars.text, groups[i + 1]) : []
    if (found.length > 0) {
      const leads = group.rank > rank && groups[i - 1]?.kind === 'heading'
      sections = leads ? leadIn(sections, found) : found
      rank = group.rank || bareRank
    } else if (
      heading ? group.rank <= rank : group.kind === 'pair' && isApart(groups, i) && rank >= bareRank
    ) {
      sections = []
      rank = heading ? group.rank : bareRank
    }
    return {kind: group.kind, chars, sections, gap: first.gap, ...formMarks(first)}
  })
}

const formMarks = ({given, assumed}: Line): Pick<BlockDraft, 'given' | 'assumed'> => ({
  ...(given && {given}),
  ...(assumed && {assumed}),
})

/** A blank line parts a label from what stands above it, unless that is the heading of the labels. */
const isApart = (groups: readonly Group[], i: number): boolean =>
  groups[i]!.lines[0]!.gap > 0 && groups[i - 1]?.kind !== 'heading'

/** "Vi søker en fagleder" over "som trives ute" is read as "Vi søker en fagleder som". */
const sectionsOpenedBy = (heading: string, next: Group | undefined): Section[] => {
  const goesOn = next && /^som\s/u.test(next.lines[0]!.chars.text)
  return sectionsOfHeading(goesOn ? `${heading.replace(/(?<![\s:])[\s:]+$/, '')} som` : heading)
}

const aboutApplicant: readonly Section[] = ['kvalifikasjoner', 'egenskaper']

/**
 * "Vi legger vekt på:" right under "Personlige egenskaper" goes on with that section: how the applicant is
 * described there is told by the heading above.
 */
const leadIn = (above: readonly Section[], found: readonly Section[]): readonly Section[] => {
  const applicant = (list: readonly Section[]): boolean =>
    list.length > 0 && list.every((section) => aboutApplicant.includes(section))
  if (!applicant(above) || !applicant(found)) return found
  const both = found.filter((section) => above.includes(section))
  return both.length > 0 ? both : above
}

/** A label alone on its line, such as "Søknad:", also opens a section. */
const isLabelHeading = (group: Group, text: string): boolean => group.kind === 'pair' && text.endsWith(':')

/** Lines joined by spaces; a word cut by a hyphen at a line end is made whole. */
const joinLines = (lines: readonly Line[]): MappedText => {
  const parts: MappedText[] = []
  lines.forEach(({chars}, i) => {
    const next = lines[i + 1]?.chars
    if (!next) parts.push(chars)
    else if (isCutWord(chars.text, next.text)) parts.push(chars.slice(0, chars.text.length - 1))
    else parts.push(chars, filler(' ', chars.end!, next.start!))
  })
  return concatMapped(parts)
}

const isCutWord = (line: string, next: string): boolean =>
  /\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(next) && !/^(?:og|eller|and|or|samt)\s/u.test(next)
