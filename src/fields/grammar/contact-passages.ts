import type {Block, Pair, Posting} from '../../posting/types.ts'
import contactData from '../../vocabulary/contact.yml'
import {wholeWords} from './patterns.ts'
import {findNames, roleAfter} from './persons.ts'
import {sentencesOf} from './sentences.ts'

const {cues, notContact, apply} = contactData as Record<string, string[]>
const cue = wholeWords(cues!)
const elsewhere = wholeWords(notContact!)
const application = wholeWords(apply!)
const keyword =
  /kontakt|contact|spørsmål|question|henvend|rett[ea]|informasjon|information|details|opplys|lur[ae]r|ring|nås|nåast|treff|vite|vete|hør|prat|e-?post|mail|inquir|enquir|touch|reach|vend|ti?ll?es|sms/iu
const channel = /@|\(at\)|(?<!\d)(?:\d[ .-]{0,2}){7}\d|mailto|tel:/iu
const channelLabel = /^(?:tlf|telefon|mobil|mob|tel|phone|cell|e-?post|e-?mail|mail)/iu

/** The longest line below a cue that still is a line of a contact. */
const longestLine = 160

/** A sentence or line that tells of a contact. */
export interface Passage {
  text: string
  /** Offset in `Posting.text`. */
  start: number
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
  const runs: Passage[][] = []
  const rest: Passage[] = []
  let run: Passage[] | undefined
  for (const block of posting.blocks) {
    const found = passagesOf(block, posting, run !== undefined)
    const passages = found.filter(({text}) => !elsewhere.test(text))
    if (found.length > 0) {
      if (!run) runs.push((run = []))
      run.push(...passages.filter((passage) => !isApplication(passage)))
      rest.push(...passages.filter(isApplication))
    } else {
      run = undefined
      if (block.text.includes('@')) rest.push({text: block.text, start: block.span.start, labelled: false})
    }
  }
  return {runs, rest}
}

const isApplication = ({text}: Passage): boolean => application.test(text) && !cue.test(text)

const passagesOf = (block: Block, posting: Posting, below: boolean): Passage[] => {
  const label = posting.pairs.find((pair) => pair.field === 'kontakt' && touches(pair, block))
  if (label) return labelledPassages(block, label, posting.pairs)
  const isHeading = block.kind === 'heading'
  if (block.sections.includes('kontakt') && !isHeading && hasSign(block)) return sentences(block, true)
  const told = keyword.test(block.text) ? tellingSentences(block) : []
  if (told.length > 0) return told
  return below && isContactLine(block, posting.pairs) ? sentences(block, true) : []
}

const touches = ({value}: Pair, {span}: Block): boolean => value.start < span.end && value.end > span.start

const sentences = (block: Pick<Block, 'text' | 'span'>, labelled: boolean): Passage[] =>
  sentencesOf(block).map(({text, span}) => ({text, start: span.start, labelled}))

/** From the value on to the next label that is not one of a phone or an address. */
const labelledPassages = (block: Block, {value}: Pair, pairs: readonly Pair[]): Passage[] => {
  const start = Math.max(value.start, block.span.start)
  const next = pairs.find(
    ({label}) => label.start > start && label.start < block.span.end && !isChannelLabel(block, label.start),
  )
  const end = next?.label.start ?? block.span.end
  const text = block.text.slice(start - block.span.start, end - block.span.start)
  return sentences({text, span: {start, end}}, true)
}

const isChannelLabel = (block: Block, at: number): boolean => channelLabel.test(block.text.slice(at - block.span.start))

const hasSign = (block: Block): boolean => channel.test(block.text) || isNameLine(block.text) || cue.test(block.text)

/** The sentences with a cue, and those after it that give a number or an address. */
const tellingSentences = (block: Block): Passage[] => {
  const all = sentences(block, false)
  const first = all.findIndex(({text}) => cue.test(text))
  if (first < 0) return []
  return all.slice(first).filter(({text}) => cue.test(text) || channel.test(text))
}

const isContactLine = (block: Block, pairs: readonly Pair[]): boolean => {
  if (block.text.length > longestLine) return false
  const isOtherField = pairs.some(({field, label}) => field && field !== 'kontakt' && label.start === block.span.start)
  return !isOtherField && (channel.test(block.text) || isNameLine(block.text))
}

/** A name alone on its line, or with a role. */
const isNameLine = (text: string): boolean => {
  const name = findNames(text)[0]
  if (!name || name.single || !name.led) return false
  const rest = text.slice(name.end)
  return /^\s*$/.test(rest) || roleAfter(rest) !== undefined
}
