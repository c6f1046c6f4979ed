import type {Posting, Span} from '../posting/types.ts'
import startData from '../vocabulary/start.yml'
import {findDates} from './grammar/dates.ts'
import {wholeWords} from './grammar/patterns.ts'
import {yearFrom} from './grammar/published.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {dated, type FoundStart, findStart, inWords} from './grammar/starts.ts'
import type {Occurrence, Recogniser, Tiltredelse} from './types.ts'

interface StartWords {
  names: string[]
  wordsBefore: string[]
  positions: string[]
  from: string[]
  schoolYear: string
  needed: string[]
  application: string[]
}

const vocabulary = startData as unknown as StartWords
const name = wholeWords(vocabulary.names, 'giu')
const before = wholeWords(vocabulary.wordsBefore)
const position = wholeWords(vocabulary.positions)
const fromWord = new RegExp(`(?<!\\p{L})(?:${vocabulary.from.join('|')})(?: den| ca\\.?)? ?$`, 'iu')
const schoolYear = wholeWords([vocabulary.schoolYear])
const needed = vocabulary.needed.map((pattern) => wholeWords([pattern]))
const application = wholeWords(vocabulary.application)
const keyword = /tiltre|start|begyn|byrj|ledig|commenc|available|\d[./-]\d|skole|skule|åre|søke|søkj|treng|fill|hire|\d\.? \p{L}{3}/iu

/** How far behind its name the start may stand. */
const farthest = 40
const longestValue = 60

type Found = Occurrence<Tiltredelse>
type From = () => string

export const tiltredelse: Recogniser<'tiltredelse'> = {
  name: 'tiltredelse',
  recognise(posting, {today}) {
    const from = yearFrom(posting, today)
    const labelled = posting.pairs
      .filter(({field}) => field === 'tiltredelse')
      .map(({value}) => inValue(posting, value, from))
    const told = posting.blocks
      .filter(({text}) => keyword.test(text))
      .flatMap(sentencesOf)
      .flatMap((sentence) => inSentence(sentence, from))
      .filter(({span}) => labelled.every((seen) => seen.span.end <= span.start || seen.span.start >= span.end))
    return [...labelled, ...told]
  },
}

/** A date, or what stands after the label up to the first stop. */
const inValue = (posting: Posting, {start, end}: Span, from: From): Found => {
  const value = posting.text.slice(start, end).split('\n', 1)[0]!
  const found = findStart(value.slice(0, longestValue), from)
  if (found) return placed(found, start)
  const clause = /^[^.;]{1,60}(?=\s|$|[.;])/u.exec(value)?.[0] ?? value.slice(0, longestValue)
  return placed(inWords(clause.trimEnd(), 0), start)
}

const inSentence = ({text, span}: Sentence, from: From): Found[] => {
  const found =
    afterName(text, from) ?? inGroup(before, text) ?? ofPosition(text, from) ?? atOnce(text)
  return found ? [placed(found, span.start)] : []
}

const afterName = (text: string, from: From): FoundStart | undefined => {
  for (const match of text.matchAll(name)) {
    const at = match.index + match[0].length
    const found = findStart(text.slice(at, at + farthest), from)
    if (found && !/[!?:;]|\.\s+\p{Lu}/u.test(text.slice(at, at + found.start))) return moved(found, at)
  }
  return
}

/** "100 % stilling fra 1. august", "vikariat 1.8.27–31.7.28", "vikariat skoleåret 27/28". */
const ofPosition = (text: string, from: From): FoundStart | undefined => {
  if (!/\d/.test(text) || !position.test(text) || application.test(text)) return
  const year = schoolYear.exec(text)
  if (year) return inWords(year[0], year.index)
  const dates = findDates(text, {from})
  const first = dates.find(({start, end}, i) => {
    const next = dates[i + 1]
    const isPeriod = next !== undefined && /^ ?(?:[–-]|til|to|t\.?o\.?m\.?|til og med) ?$/iu.test(text.slice(end, next.start))
    return isPeriod || fromWord.test(text.slice(Math.max(0, start - farthest), start))
  })
  return first && dated(text, first)
}

const atOnce = (text: string): FoundStart | undefined => {
  if (application.test(text)) return
  for (const pattern of needed) {
    const found = inGroup(pattern, text)
    if (found) return found
  }
  return
}

const inGroup = (pattern: RegExp, text: string): FoundStart | undefined => {
  const match = pattern.exec(text)
  const value = match?.groups?.value
  return match && value ? inWords(value, match.index + match[0].lastIndexOf(value)) : undefined
}

const moved = <Place extends Span>(found: Place, by: number): Place => ({
  ...found,
  start: found.start + by,
  end: found.end + by,
})

const placed = ({value, vag, start, end}: FoundStart, offset: number): Found => ({
  value: {value, ...(vag && {vag})},
  span: {start: start + offset, end: end + offset},
})
