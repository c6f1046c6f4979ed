import {matchesIn} from '../vocabulary/pattern.ts'
import type {Line} from './line.ts'
import {concatMapped, filler, type MappedText, trimMapped} from './mapped-text.ts'

/** The last four of the empty and two of the ticked are how Wingdings is written without its font. */
const empty = '☐□❏❐❑❒◻⬜\\uf06f\\uf071\\uf072\\uf0a8'
const ticked = '☑☒✅\\uf0fd\\uf0fe'
const box = new RegExp(`[${empty}${ticked}]\\ufe0f?|(?<!\\S)\\[[xX ]\\](?=\\s|$)`, 'gu')
const isTicked = new RegExp(`[${ticked}xX]`, 'u')
const anyBox = new RegExp(box.source, 'u')

/** A longer text after an empty box is no choice in a form: the box is a bullet. */
const longestOption = 40

/** A text beside a box. */
interface Option {
  isTicked: boolean
  /** With the box. */
  start: number
  end: number
  chars: MappedText
}

interface Choice {
  line: Line
  options: readonly Option[]
}

/** Of choices in a form, those that are ticked: what stands beside an empty box is not said. */
export const readBoxes = (lines: readonly Line[]): Line[] => {
  const read: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const choices: Choice[] = []
    for (; i < lines.length && isChoice(lines[i]!); i++)
      choices.push({line: lines[i]!, options: optionsOf(lines[i]!.chars)})
    read.push(...chosen(choices))
    if (i < lines.length) read.push(lines[i]!)
  }
  return read
}

/** A line that begins or ends with a box, or has several, or one after a label. */
const isChoice = ({chars: {text}, given}: Line): boolean => {
  if (given || !anyBox.test(text)) return false
  const [first, ...more] = matchesIn(text, box)
  const {index, 0: sign} = first!
  return (
    more.length > 0 || index + sign.length === text.length || /(?:^|[:|]\s{0,9})$/.test(text.slice(0, index))
  )
}

const chosen = (choices: readonly Choice[]): Line[] => {
  const all = choices.flatMap(({options}) => options)
  const isForm =
    all.some((option) => option.isTicked) || all.every(({chars}) => chars.text.length <= longestOption)
  return choices.flatMap(({line, options}) => {
    const kept = options.filter((option) => option.isTicked || !isForm)
    const chars = withOptions(line.chars, options, kept)
    if (kept.length === 0 && /^$|:$/.test(chars.text)) return []
    return [{...line, chars, ...(!isForm && {item: true})}]
  })
}

const withOptions = (line: MappedText, options: readonly Option[], kept: readonly Option[]): MappedText => {
  const first = line.slice(0, options[0]!.start)
  const last = line.slice(options.at(-1)!.end)
  const between = kept.flatMap(({chars}, i) =>
    i === 0 || chars.text === '' ? [chars] : [filler(', ', chars.start!, chars.start!), chars],
  )
  return trimMapped(concatMapped([first, ...between, last]))
}

const optionsOf = (line: MappedText): Option[] => {
  const {text} = line
  const signs = matchesIn(text, box).map(({0: sign, index}) => ({
    sign,
    start: index,
    end: index + sign.length,
  }))
  const isAfter = signs[0]!.start > 0 && signs.at(-1)!.end === text.length
  return signs.map(({sign, start, end}, i) => {
    const from = isAfter ? (signs[i - 1]?.end ?? startOfOption(text, start)) : end
    const to = isAfter ? start : (signs[i + 1]?.start ?? endOfOption(text, end))
    return {
      isTicked: isTicked.test(sign),
      start: Math.min(start, from),
      end: Math.max(end, to),
      chars: withoutBars(line.slice(from, to)),
    }
  })
}

/** After the label of the choice; a colon right before the box is that of a table. */
const startOfOption = (text: string, sign: number): number => {
  const before = text.slice(0, sign).replace(/(?<![\s:|])[\s:|]+$/, '')
  return before.lastIndexOf(':') + 1
}

const endOfOption = (text: string, sign: number): number => {
  const sentence = /[.!?](?=\s{1,9}\p{Lu})/u.exec(text.slice(sign))
  return sentence ? sign + sentence.index + 1 : text.length
}

const withoutBars = (option: MappedText): MappedText => {
  const {text} = option
  const start = text.length - text.replace(/^[\s:|]+/, '').length
  const end = text.replace(/(?<![\s:|,;])[\s:|,;]+$/, '').length
  return option.slice(start, Math.max(start, end))
}
