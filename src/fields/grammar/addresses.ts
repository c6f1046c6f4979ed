import type {Link, Posting, Span} from '../../posting/types.ts'
import {compile, inLowerCase, matchesIn} from '../../vocabulary/pattern.ts'
import {findEmails} from './emails.ts'
import type {FoundText} from './phones.ts'

const notInAddress = '[^\\s"«»<>()[\\]]'
const web = compile(
  `(?<![\\p{L}\\p{N}.@/-])(?:(?:https?://|www\\.)${notInAddress}{1,2000}|` +
    `[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+){0,8}\\.(?:no|com|org|net|eu)(?![\\p{L}\\p{N}])(?:/${notInAddress}{0,2000})?)`,
  'g',
)
const webHint = /:\/\/|www\.|\.(?:no|com|org|net|eu)/

/** A web or e-mail address with its place in `Posting.text`. */
export interface Address {
  target: string
  span: Span
}

/** The addresses in a range of the text: those of links, then those written out. */
export const addressesIn = (posting: Posting, range: Span): Address[] => {
  const linked = linksIn(posting, range).map(({span, url}) => ({target: url.replace(/^mailto:/i, ''), span}))
  const text = posting.text.slice(range.start, range.end)
  const found = [...findEmails(text), ...webIn(text)]
  const written = found.map(({value, start, end}) => ({
    target: value,
    span: {start: range.start + start, end: range.start + end},
  }))
  return [...linked, ...written]
}

const webIn = (text: string): FoundText[] => {
  const lower = inLowerCase(text)
  if (!webHint.test(lower)) return []
  return matchesIn(lower, web).map(({0: words, index: start}) => {
    const end = start + words.replace(/(?<![.,;:!?])[.,;:!?]+$/, '').length
    return {value: text.slice(start, end), start, end}
  })
}

/** Links stand in the order of the text, so the first is found by halving. */
const linksIn = ({links}: Posting, {start, end}: Span): Link[] => {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (links[middle]!.span.end <= start) low = middle + 1
    else high = middle
  }
  const found: Link[] = []
  for (let i = low; i < links.length && links[i]!.span.start < end; i++) found.push(links[i]!)
  return found
}
