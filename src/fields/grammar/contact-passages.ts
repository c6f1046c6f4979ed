import type {Block, Link, Pair, Posting, Span} from '../../posting/types.ts'
import contactData from '../../vocabulary/contact.yml'
import {inLowerCase} from '../../vocabulary/pattern.ts'
import {expressions} from './expressions.ts'
import {findNames, roleAfter, roleBefore} from './persons.ts'
import {sentencesOf, sentencesWith} from './sentences.ts'

const {cues, notContact, apply} = contactData as Record<'cues' | 'notContact' | 'apply', string[]>
const hasCue = expressions(cues).test
const isElsewhere = expressions(notContact).test
const applying = expressions(apply)
const phone = /(?<!\d)(?:\d[ .-]{0,2}){7}\d/
const channel = new RegExp(`@|\\(at\\)|${phone.source}`)
const contactLink = /^(?:mailto|tel):/i
const roleLabel = /^(?:tittel|title|rolle|role|stilling|stillingstittel|job title) ?:/i
const channelLabel = /^(?:tlf|telefon|mobil|mob|tel|phone|cell|e-?post|e-?mail|mail)/i

/** The longest line below a cue that still is a line of a contact. */
const longestLine = 160

const longestRole = 60

/** What stands farther on in a sentence without end is not read. */
const longestSentence = 2000

/** A text with more passages than this is no ad. */
const most = 200

/** A sentence or line that tells of a contact. */
export interface Passage {
  text: string
  /** The same text in lower case. */
  lower: string
  /** Offset in `Posting.text`. */
  start: number
  /** The `mailto:` and `tel:` links in it. */
  links: readonly Link[]
  /** May hold a cue. */
  cued: boolean
  /** Stands under a label or heading for contacts, so that a name needs no other sign. */
  labelled: boolean
}

export interface ContactPassages {
  /** Runs of passages that belong together, so that a number may stand below its name. */
  runs: Passage[][]
  /** Where else e-mail addresses stand: to send the application to, for example. */
  rest: Passage[]
}

/** Finds where an ad tells whom to ask, and leaves out help with log-in, adaptation and the like. */
export const contactPassages = (posting: Posting): ContactPassages => {
  const facts = factsOf(posting)
  const runs: Passage[][] = []
  const rest: Passage[] = []
  let run: Passage[] = []
  let count = 0
  for (const block of posting.blocks) {
    if (facts.labels.some(({value}) => isWithin(value.start, block.span))) run = []
    const found = passagesOf(block, facts, run)
    const kept = found.filter(({lower}) => !isElsewhere(lower))
    if (kept.length === 0) run = []
    else {
      const asking = kept.filter((passage) => !isApplication(passage))
      if (run.length === 0 && asking.length > 0) runs.push(run)
      run.push(...asking)
      rest.push(...kept.filter(isApplication))
    }
    if (found.length === 0 && block.text.includes('@'))
      rest.push(...sentences(block, facts, false).filter(hasChannel))
    count += found.length
    if (count > most) break
  }
  if (runs.length === 0) runs.push(...signatures(posting, facts))
  if (runs.length === 0) runs.push(rest.filter(canBeAsked))
  return {runs, rest: rest.slice(0, most)}
}

/** Lines below it in which a name alone on its line has its role and number. */
const signatureLines = 4

/** A name alone on its line, with a number there or on one of the next: how ads without other words sign off. */
const signatures = ({blocks}: Posting, facts: Facts): Passage[][] => {
  const channels = blocks.map((block) => isChannelLine(block, facts))
  const isFrom = (at: number): boolean => channels.slice(at, at + signatureLines).includes(true)
  const at = blocks.findLastIndex(
    ({text, kind}, i) =>
      kind !== 'item' && text.length <= longestLine && isFrom(i) && isNameLine(text.split('\n', 1)[0]!),
  )
  if (at < 0) return []
  const lines = blocks.slice(at, at + signatureLines).filter(({text}) => text.length <= longestLine)
  return [lines.flatMap((line) => sentences(line, facts, true)).filter(({lower}) => !isElsewhere(lower))]
}

const isChannelLine = (line: Block, facts: Facts): boolean =>
  line.text.length <= longestLine &&
  (facts.links.length > 0 || channel.test(inLowerCase(line.text))) &&
  sentences(line, facts, true).some(hasChannel)

/** Who takes the applications and has a telephone is the one to ask, where the ad names nobody else. */
const canBeAsked = ({text, lower}: Passage): boolean =>
  phone.test(text) && !isElsewhere(lower) && findNames(text).length > 0

const isApplication = (passage: Passage): boolean => applying.test(passage.lower) && !tells(passage)

interface Facts {
  posting: Posting
  labels: Pair[]
  /** Pairs by the place of their label. */
  pairAt: ReadonlyMap<number, Pair>
  links: Link[]
  /** The places of the sentences that may hold a cue. */
  cued: ReadonlySet<number>
  blocksWithCue: ReadonlySet<Block>
}

const factsOf = (posting: Posting): Facts => ({
  posting,
  labels: posting.pairs.filter(({field}) => field === 'kontakt'),
  pairAt: new Map(posting.pairs.map((pair) => [pair.label.start, pair])),
  links: posting.links.filter(({url}) => contactLink.test(url)).slice(0, most),
  cued: new Set(sentencesWith(posting, 'kontakt').map(({span}) => span.start)),
  blocksWithCue: new Set(sentencesWith(posting, 'kontakt').map(({block}) => block)),
})

const passagesOf = (block: Block, facts: Facts, run: readonly Passage[]): Passage[] => {
  const label = facts.labels.find(({value}) => touches(value, block.span))
  if (label) return labelledPassages(block, label, facts)
  const all = (labelled: boolean): Passage[] => sentences(block, facts, labelled)
  if (block.sections.includes('kontakt') && block.kind !== 'heading') {
    const passages = all(true)
    if (passages.some(hasChannel) || isNameLine(block.text) || passages.some(tells)) return passages
  }
  const told = facts.blocksWithCue.has(block) ? telling(all(false)) : []
  if (told.length > 0) return told
  return run.length > 0 && block.text.length <= longestLine && isContactLine(block, all(true), facts, run)
    ? all(true)
    : []
}

const isWithin = (at: number, {start, end}: Span): boolean => at >= start && at < end

const touches = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

const sentences = (block: Block, facts: Facts, labelled: boolean): Passage[] =>
  sentencesOf(facts.posting, block).map(({text, lower, span: {start, end}}) => {
    const read = {start, end: Math.min(end, start + longestSentence)}
    return {
      text: text.slice(0, longestSentence),
      lower: lower.slice(0, longestSentence),
      start,
      cued: facts.cued.has(start),
      links: facts.links.filter((link) => touches(link.span, read)),
      labelled,
    }
  })

const hasChannel = ({lower, links}: Passage): boolean => links.length > 0 || channel.test(lower)

const tells = ({cued, lower}: Passage): boolean => cued && hasCue(lower)

/** From the value on to the next label that is not one of a phone or an address. */
const labelledPassages = (block: Block, {value}: Pair, facts: Facts): Passage[] => {
  const start = Math.max(value.start, block.span.start)
  let end = start + 1
  while (end < block.span.end && !isOtherLabel(facts.pairAt.get(end), block)) end++
  const text = block.text.slice(start - block.span.start, end - block.span.start)
  return sentences({...block, text, span: {start, end}}, facts, true).map((passage) => ({
    ...passage,
    cued: true,
  }))
}

const isOtherLabel = (pair: Pair | undefined, {text, span}: Block): boolean =>
  pair !== undefined && !channelLabel.test(text.slice(pair.label.start - span.start))

/** The sentences with a cue, and those after it that give a number or an address. */
const telling = (passages: readonly Passage[]): Passage[] => {
  const first = passages.findIndex(tells)
  if (first < 0) return []
  return passages.slice(first).filter((passage) => hasChannel(passage) || tells(passage))
}

/** A line below: with a number or an address, or with a name or role when none has come yet. */
const isContactLine = (
  block: Block,
  passages: readonly Passage[],
  {pairAt}: Facts,
  run: readonly Passage[],
): boolean => {
  const field = pairAt.get(block.span.start)?.field
  const begun = !run.some(hasChannel)
  if (begun && roleLabel.test(block.text)) return true
  if (field && field !== 'kontakt') return false
  return passages.some(hasChannel) || (begun && (isNameLine(block.text) || isRoleLine(block.text)))
}

const isRoleLine = (text: string): boolean =>
  text.length <= longestRole && !/[.:!?]/.test(text) && roleBefore(text) !== undefined

/** A name alone on its line, or with a role. */
const isNameLine = (text: string): boolean => {
  const name = findNames(text)[0]
  if (!name || name.single || !name.led) return false
  const rest = text.slice(name.end)
  return /^\s*$/.test(rest) || roleAfter(rest) !== undefined
}
