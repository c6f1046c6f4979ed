import type {XmlElement} from '../xml.ts'

/** Signs of the font Symbol that stand in running text. */
const signs: ReadonlyMap<number, string> = new Map([
  [0x20, ' '],
  [0x2d, '-'],
  [0xa3, '≤'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xbe, '–'],
])

/** The character of a symbol; what has no letter of its own, such as a tick or an arrow, is read as a bullet. */
export const symbolOf = ({attributes}: XmlElement): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(code > 0 && code <= 0x10ffff)) return ''
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  if (!isPrivate) return code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code)
  const isSymbol = /^symbol$/i.test(attributes['w:font'] ?? '')
  return (isSymbol && signs.get(code - 0xf000)) || '•'
}
