import type {Check, Hit} from '../../src/engine/types.ts'
import {findPhones} from '../../src/fields/grammar/phones.ts'
import type {Posting, Span} from '../../src/posting/types.ts'
import contactData from '../../src/vocabulary/contact.yml'
import {inLowerCase, lazily} from '../../src/vocabulary/pattern.ts'
import labels from '../../src/vocabulary/phone-labels.yml'

const {notPhoneWords, notPhoneUnits} = contactData as Record<string, string[]>
const alternatives = (sources: readonly string[]): string => `(?:${sources.toReversed().join('|')})`

const cheap = /tlf|tel|mob|phone|\+ ?47/
const digits = '\\d(?:[ .-]{0,2}\\d){0,40}'
const country = '(?:\\+ ?|00)47[ )-]{0,2}'
const word = `(?<!\\p{L})${alternatives(labels as string[])}(?:\\.? ?(?:nr|nummer|no|number))?`
const announced = lazily(
  `(?:${word}(?:[ .:)(*-]{0,4}|:?\\n{1,2})(?=\\+ ?47|\\d)|(?=\\+ ?47))(?<number>(?:${country})?${digits})(?!@)`,
  'gd',
)
const beside = lazily(
  `(?:[,;:(|–-]|(?<!\\p{L})(?:på|eller|at|on|or)) ?(?<number>${digits})(?![\\p{L}@/])`,
  'gd',
)
const otherBefore = lazily(`(?<!\\p{L})${alternatives(notPhoneWords!)}[ .:)(-]{0,4}$`)
const unitAfter = lazily(`^ ?(?:${alternatives(notPhoneUnits!)}(?!\\p{L})|,-)`)
const date =
  /^\d{1,2}[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)?\d\d(?![.-]?\d)|^(?:19|20)\d\d[.-](?:0\d|1[0-2])[.-][0-3]\d/
const clock = /^[012]?\d\.?[0-5]\d ?- ?[012]?\d\.?[0-5]\d/
const thousands = /^\d{1,2}[ .]\d{3}$/
const abroad = /^00(?!47|0)/
const european = /^116\d{3}$/

const ordinary = 8

/** A shorter run is an emergency number, an extension or a time. */
const shortest = 5
const longestWord = 30
const longestLine = 200

/** Digits that are given as a phone number and cannot be one in Norway. */
export const check: Check = ({fields, posting}) => {
  const text = inLowerCase(posting.text)
  const found = cheap.test(text)
    ? [...text.matchAll(announced())].flatMap((match) => judged(posting, match))
    : []
  const lines = fields.kontakt
    .filter(({value}) => value.navn !== undefined && value.telefon.length === 0)
    .flatMap(({span}) => unannounced(posting, text, span))
  return [...new Map([...lines, ...found].map((hit) => [hit.span!.start, hit])).values()]
}

/** On the line of a named person without a number: digits by themselves, one too few or one too many. */
const unannounced = (posting: Posting, text: string, {start}: Span): Hit[] => {
  const line = text.slice(start, start + longestLine).split('\n', 1)[0]!
  return [...line.matchAll(beside())]
    .filter(({groups}) => /^(?:\d{7}|\d{9})$/.test(plain(groups!.number!)))
    .flatMap((match) => judged(posting, match, start))
}

const judged = (posting: Posting, match: RegExpExecArray, offset = 0): Hit[] => {
  const [from, to] = match.indices!.groups!.number!
  const span = {start: offset + from, end: offset + to}
  const number = match.groups!.number!
  const message = faultOf(number)
  if (!message || isOther(posting.text, span)) return []
  const national = nationalPart(number)
  const siffer = message === 'begynnelse' ? national[0]! : String(national.length)
  return [{message, span, data: {nummer: posting.words(span), siffer}}]
}

const isOther = (text: string, {start, end}: Span): boolean =>
  unitAfter().test(inLowerCase(text.slice(end, end + longestWord))) ||
  otherBefore().test(inLowerCase(text.slice(Math.max(0, start - longestWord), start)))

const plain = (number: string): string => number.replace(/\D/g, '')

const nationalPart = (number: string): string => plain(number.replace(/^(?:\+ ?|00)47/, ''))

const faultOf = (number: string): 'lengde' | 'begynnelse' | undefined => {
  const national = nationalPart(number)
  if (national.length < shortest || european.test(national) || abroad.test(plain(number))) return
  if (date.test(number) || clock.test(number) || thousands.test(number)) return
  if (national.length === ordinary) return national < '2' ? 'begynnelse' : undefined
  return findPhones(`tlf ${number}`).length > 0 ? undefined : 'lengde'
}
