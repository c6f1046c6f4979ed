import type {Posting, Span} from '../posting/types.ts'
import {compile, wholeWord} from '../vocabulary/pattern.ts'
import startData from '../vocabulary/start.yml'
import {findDates} from './grammar/dates.ts'
import {expressions} from './grammar/expressions.ts'
import {yearFrom} from './grammar/published.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import {dated, type FoundStart, findStart, inWords, isTimeOfYear} from './grammar/starts.ts'
import {anyOf} from './grammar/words.ts'
import type {Occurrence, Recogniser, Tiltredelse} from './types.ts'

interface StartWords {
  names: string[]
  wordsBefore: string[]
  positions: string[]
  seeks: string[]
  from: string[]
  schoolYear: string
  needed: string[]
  application: string[]
}

const vocabulary = startData as unknown as StartWords
const name = expressions(vocabulary.names)
const before = compile(wholeWord(anyOf(vocabulary.wordsBefore)))
const positions = expressions(vocabulary.positions)
const seeks = expressions(vocabulary.seeks)
const fromWords = expressions(vocabulary.from)
const fromWord = compile(`(?<!\\p{L})${anyOf(vocabulary.from)}(?: den| ca\\.?)? ?$`)
const schoolYear = compile(wholeWord(`(?:${vocabulary.schoolYear})`))
const needed = vocabulary.needed.map((pattern) => compile(wholeWord(`(?:${pattern})`)))
const application = expressions(vocabulary.application)
const periodSign = /^ ?(?:[–-]|til|to|t\.?o\.?m\.?|til og med) ?$/
const nameHint = /tiltre|beset|besatt|tilset|ansett|start|begyn|byrj|ledig|commenc|available/
const beforeHint = /tiltre|start/
/** The first letters of months and seasons. */
const timeHint =
  /jan|feb|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[sc]|vår|somm|høst|haust|vint|skole|skule|semester|barnehage|spring|summer|autumn|wint/
const fromHint = /fra|frå|f\.?o\.?m|period|tid|from|start/
const atOnceHint = /omgå|straks|snar|umiddelbart|as soon|immediately|asap/

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
    const seen = new Set(labelled.map(({span}) => span.start))
    const told = sentencesWith(posting, 'tiltredelse').flatMap((sentence) => inSentence(sentence, from))
    return [...labelled, ...told.filter(({span}) => !seen.has(span.start))]
  },
}

/** A date, or what stands after the label up to the first stop. */
const inValue = (posting: Posting, {start, end}: Span, from: From): Found => {
  const value = posting.text.slice(start, end).split('\n', 1)[0]!
  const found = findStart(value.slice(0, longestValue), from)
  if (found) return placed(found, start)
  const clause = /^[^.;]{1,60}(?=\s|$|[.;])/.exec(value)?.[0] ?? value.slice(0, longestValue)
  return placed(inWords(clause.trimEnd(), 0), start)
}

const inSentence = (sentence: Sentence, from: From): Found[] => {
  const found =
    (nameHint.test(sentence.lower) ? afterName(sentence, from) : undefined) ??
    (beforeHint.test(sentence.lower) ? inGroup(before, sentence) : undefined) ??
    ofPosition(sentence, from) ??
    sinceMonth(sentence, from) ??
    atOnce(sentence)
  return found ? [placed(found, sentence.span.start)] : []
}

const afterName = ({text, lower}: Sentence, from: From): FoundStart | undefined => {
  for (const {end: at} of name.all(lower)) {
    const found = findStart(text.slice(at, at + farthest), from)
    if (found && !/[!?:;]|\.\s+[A-ZÆØÅ]/.test(text.slice(at, at + found.start))) return moved(found, at)
  }
  return
}

/** "100 % stilling fra 1. august", "vikariat 1.8.27–31.7.28", "vikariat skoleåret 27/28". */
const ofPosition = ({text, lower}: Sentence, from: From): FoundStart | undefined => {
  if (!/\d/.test(lower) || !positions.test(lower) || application.test(lower)) return
  const year = schoolYear.exec(lower)
  if (year) return inWords(text.slice(year.index, year.index + year[0].length), year.index)
  const dates = findDates(text, {from})
  const first = dates.find(({start, end}, i) => {
    const next = dates[i + 1]
    const isPeriod =
      next !== undefined && periodSign.test(lower.slice(end, Math.min(next.start, end + farthest)))
    return isPeriod || fromWord.test(lower.slice(Math.max(0, start - farthest), start))
  })
  return first && dated(text, first)
}

/** "Vi søker lærer fra august 2027", "Engasjementet varer fra høsten". */
const sinceMonth = ({text, lower}: Sentence, from: From): FoundStart | undefined => {
  if (!fromHint.test(lower) || !timeHint.test(lower) || application.test(lower)) return
  if (!positions.test(lower) && !seeks.test(lower)) return
  for (const {end} of fromWords.all(lower)) {
    const found = findStart(text.slice(end, end + farthest), from)
    if (found && found.start <= 1 && isTimeOfYear(found.value)) return moved(found, end)
  }
  return
}

const atOnce = (sentence: Sentence): FoundStart | undefined => {
  if (!atOnceHint.test(sentence.lower) || application.test(sentence.lower)) return
  for (const pattern of needed) {
    const found = inGroup(pattern, sentence)
    if (found) return found
  }
  return
}

const inGroup = (pattern: RegExp, {text, lower}: Sentence): FoundStart | undefined => {
  const match = pattern.exec(lower)
  const value = match?.groups?.value
  if (!match || !value) return
  const start = match.index + match[0].lastIndexOf(value)
  return inWords(text.slice(start, start + value.length), start)
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
