import {DecodingMode, HtmlEntityDecoder} from 'entities/decode'
import {type MappedText, normalise} from '../mapped-text.ts'

/** The characters of a range of HTML that holds text and no tags: references decoded, line ends as line feeds. */
export const decodeText = (html: string, start: number, end: number): MappedText => {
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = start
  const push = (text: string, length: number): void => {
    for (let i = 0; i < text.length; i++) {
      units.push(text[i]!)
      from.push(at)
      to.push(at + length)
    }
    at += length
  }
  const readReference = referenceReader(html)
  while (at < end) {
    const reference = html[at] === '&' ? readReference(at) : undefined
    if (reference) push(reference.text, reference.length)
    else if (html[at] === '\r') push('\n', html[at + 1] === '\n' && at + 1 < end ? 2 : 1)
    else push(html[at]!, 1)
  }
  return {text: units.join(''), from, to}
}

/** Reads a character reference such as `&oslash;`, `&#248;` or the `&amp` that lacks its semicolon. */
const referenceReader = (html: string): ((at: number) => {text: string; length: number} | undefined) => {
  let text = ''
  const decoder = new HtmlEntityDecoder((codePoint) => {
    text += String.fromCodePoint(codePoint)
  })
  return (at) => {
    text = ''
    decoder.startEntity(DecodingMode.Legacy)
    const written = decoder.write(html, at + 1)
    const length = written < 0 ? decoder.end() : written
    return length > 0 && text !== '' ? {text, length} : undefined
  }
}

/** `inner` is made of the text of `outer`, and gets the places that `outer` has. */
export const throughMap = (inner: MappedText, outer: MappedText): MappedText => {
  const last = outer.text.length - 1
  return {
    text: inner.text,
    from: inner.from.map((at) => outer.from[Math.min(at, last)]!),
    to: inner.to.map((at) => outer.to[Math.max(at - 1, 0)]!),
  }
}

const runOfSpaces = / {2,}/

/** Normalised as all readers do, and every run of spaces as one. */
export const normaliseLine = (chars: MappedText): MappedText => {
  const mapped = throughMap(normalise(chars.text, 0, chars.text.length), chars)
  return runOfSpaces.test(mapped.text) ? collapse(mapped) : mapped
}

const collapse = ({text, from, to}: MappedText): MappedText => {
  const units: string[] = []
  const collapsed: {from: number[]; to: number[]} = {from: [], to: []}
  for (let i = 0; i < text.length; i++) {
    const goesOn = text[i] === ' ' && text[i - 1] === ' '
    if (goesOn) collapsed.to[collapsed.to.length - 1] = to[i]!
    else {
      units.push(text[i]!)
      collapsed.from.push(from[i]!)
      collapsed.to.push(to[i]!)
    }
  }
  return {text: units.join(''), ...collapsed}
}
