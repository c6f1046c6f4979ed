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

const empty = '☐'
const ticked = '☒'

/** Signs that mean something, by font: boxes to tick, and those of running text. */
const fonts: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    'wingdings',
    new Map([
      [0x6f, empty],
      [0x71, empty],
      [0x72, empty],
      [0x78, ticked],
      [0xa8, empty],
      [0xfd, ticked],
      [0xfe, ticked],
    ]),
  ],
  [
    'wingdings 2',
    new Map([
      [0x51, ticked],
      [0x52, ticked],
      [0x53, ticked],
      [0x54, ticked],
      [0xa3, empty],
    ]),
  ],
  ['symbol', signs],
])

/** A box to tick. */
export const boxSign = (isTicked: boolean): string => (isTicked ? ticked : empty)

/** The character of a symbol; what has no letter of its own, such as a tick or an arrow, is read as a bullet. */
export const symbolOf = ({attributes}: XmlElement): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(code > 0 && code <= 0x10ffff)) return ''
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  if (!isPrivate) return code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code)
  return fonts.get(attributes['w:font']?.toLowerCase() ?? '')?.get(code - 0xf000) ?? '•'
}
