import type {Link, Posting, Span} from '../../posting/types.ts'

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const web =
  /(?<![\p{L}\p{N}.@/-])(?:(?:https?:\/\/|www\.)[^\s"«»<>()[\]]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:no|com|org|net|eu)(?![\p{L}\p{N}])(?:\/[^\s"«»<>()[\]]*)?)/giu

/** A web or e-mail address with its place in `Posting.text`. */
export interface Address {
  target: string
  span: Span
}

/** The addresses in a range of the text: those of links, then those written out. */
export const addressesIn = (posting: Posting, range: Span): Address[] => {
  const linked = linksIn(posting, range).map(({span, url}) => ({target: url.replace(/^mailto:/i, ''), span}))
  const text = posting.text.slice(range.start, range.end)
  const written = [...text.matchAll(email), ...text.matchAll(web)].map((match) => {
    const target = match[0].replace(/[.,;:!?]+$/u, '')
    const start = range.start + match.index
    return {target, span: {start, end: start + target.length}}
  })
  return [...linked, ...written]
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
