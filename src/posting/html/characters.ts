import {DecodingMode, HtmlEntityDecoder} from 'entities/decode'
import {matchesIn} from '../../vocabulary/pattern.ts'
import {type MappedText, MappedTextWriter, normalise, throughMap} from '../mapped-text.ts'

/** The characters of a range of HTML that holds text and no tags: references decoded, line ends as line feeds. */
export const decodeText = (html: string, start: number, end: number): MappedText => {
  const writer = new MappedTextWriter()
  const readReference = referenceReader(html)
  for (let at = start; at < end; ) {
    const reference = html[at] === '&' ? readReference(at) : undefined
    const isReturn = html[at] === '\r'
    const length = reference?.length ?? (isReturn && html[at + 1] === '\n' && at + 1 < end ? 2 : 1)
    writer.put(reference?.text ?? (isReturn ? '\n' : html[at]!), at, at + length)
    at += length
  }
  return writer.written()
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

const runsOfSpaces = / {2,}/g

/** Normalised as all readers do, and every run of spaces as one. */
export const normaliseLine = (chars: MappedText): MappedText => {
  const mapped = throughMap(normalise(chars.text, 0, chars.text.length), chars)
  return mapped.text.includes('  ') ? collapse(mapped) : mapped
}

const collapse = (mapped: MappedText): MappedText => {
  const writer = new MappedTextWriter()
  let start = 0
  for (const {index, 0: spaces} of matchesIn(mapped.text, runsOfSpaces)) {
    writer.add(mapped.slice(start, index))
    start = index + spaces.length
    writer.put(' ', mapped.fromAt(index), mapped.toAt(start - 1))
  }
  writer.add(mapped.slice(start))
  return writer.written()
}
