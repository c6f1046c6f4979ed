import type {Check, Hit} from '../../src/engine/types.ts'
import {matchesIn} from '../../src/vocabulary/pattern.ts'

/** What programs put for a letter that they do not have; a question in Spanish begins otherwise. */
const lost = '\\ufffd|(?<=[a-zæøå])¿|¿(?= )'
const isLost = new RegExp(lost)
/** The letters that bytes 0x80 to 0xBF are read as in Windows-1252 and Latin-1. */
const continuing = '\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters of UTF-8 that were read one byte at a time: æøå and quotation marks, dashes, the euro sign, pictures. */
const misread = `[ÂÃ][${continuing}]|â[€‚„†][${continuing}]|ð[Ÿ\\x9f][${continuing}]{2}`
const isMisread = new RegExp(misread, 'u')
const damaged = new RegExp(
  `[^\\s\\ufffd]{0,40}(?:${lost}|${misread})(?:[^\\s]|[ÂÃ][${continuing}]){0,40}`,
  'gu',
)

/** So many words tell that a text is damaged as a whole. */
const most = 50

/** Words with signs in the place of letters, which nobody wrote. */
export const check: Check = ({posting: {text, words}}) => {
  if (!/[\ufffd¿]/.test(text) && !isMisread.test(text)) return []
  return matchesIn(text, damaged)
    .slice(0, most)
    .map(({0: found, index}): Hit => {
      const span = {start: index, end: index + found.length}
      const ord = words(span)
      const [tegn] = isLost.exec(`${found} `) ?? []
      const riktig = repaired(ord)
      if (tegn !== undefined || riktig === undefined)
        return {message: 'tapt', span, data: {ord, tegn: tegn ?? '�'}}
      return {message: 'forvansket', span, data: {ord, riktig}, expected: [riktig], fix: {span, text: riktig}}
    })
}

const windows = new TextDecoder('windows-1252')
const byteOf = new Map(Array.from({length: 256}, (_, byte) => [windows.decode(Uint8Array.of(byte)), byte]))
const utf8 = new TextDecoder('utf-8', {fatal: true})

const repaired = (word: string): string | undefined => {
  try {
    return word.replace(new RegExp(`(?:${misread})+`, 'gu'), (letters) => utf8.decode(bytesOf(letters)))
  } catch {
    return undefined
  }
}

const bytesOf = (letters: string): Uint8Array =>
  Uint8Array.from([...letters], (letter) => byteOf.get(letter) ?? letter.charCodeAt(0))
