import {type MemberNode, parse, type ValueNode} from '@humanwhocodes/momoa'
import {BadInput} from '../bad-input.ts'
import {refuseTooMany} from '../limits.ts'
import {identity, type MappedText} from '../mapped-text.ts'
import {createLocator} from '../place.ts'
import {type DataNode, deepest} from './node.ts'

/**
 * JSON as a tree with the places of its names and values.
 *
 * @param from where it begins in the source, when that holds more than one
 * @throws BadInput `json` with line and column, `nested` for what nests without end, or `tooBig` for too many values
 */
export const parseJson = (source: string, from = 0, to = source.length): DataNode => {
  const start = source[from] === '\ufeff' ? from + 1 : from
  const text = source.slice(start, to)
  const {depth, values} = sizeOf(text)
  if (depth > deepest) throw new BadInput('nested')
  refuseTooMany(values)
  try {
    const {body} = parse(text, {ranges: true})
    return nodeOf(body, {source, shift: start, name: '', nameAt: [start, start]})
  } catch (error) {
    throw unreadable(error, source, start, start + text.trimEnd().length)
  }
}

interface Naming {
  source: string
  shift: number
  name: string
  nameAt: [number, number]
}

const nodeOf = (value: ValueNode, naming: Naming): DataNode => {
  const {source, shift, name, nameAt} = naming
  const [start, end] = rangeOf(value, shift)
  const children =
    value.type === 'Object'
      ? value.members.flatMap((member) => memberNodes(member, naming))
      : value.type === 'Array'
        ? value.elements.flatMap(({value: item}) => flatNodes(item, naming))
        : []
  return {name, nameAt, start, end, children, ...(readerOf(value, source, start, end) ?? {})}
}

const memberNodes = ({name, value}: MemberNode, naming: Naming): DataNode[] => {
  const key = name.type === 'String' ? name.value : name.name
  return flatNodes(value, {...naming, name: key, nameAt: rangeOf(name, naming.shift)})
}

/** The items of a list that is a member stand for it, each with its name. */
const flatNodes = (value: ValueNode, naming: Naming): DataNode[] =>
  value.type === 'Array'
    ? value.elements.flatMap(({value: item}) => flatNodes(item, naming))
    : [nodeOf(value, naming)]

const rangeOf = ({range}: {range?: number[] | undefined}, shift: number): [number, number] => [
  range![0]! + shift,
  range![1]! + shift,
]

const readerOf = (
  {type}: ValueNode,
  source: string,
  start: number,
  end: number,
): Pick<DataNode, 'value'> | undefined => {
  if (type === 'String') return {value: () => unescaped(source, start + 1, end - 1)}
  return type === 'Number' || type === 'Boolean'
    ? {value: () => identity(source.slice(start, end), start)}
    : undefined
}

const escapes: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t'}

/** The letters of a string, each with the range of what it is written as. */
const unescaped = (source: string, start: number, end: number): MappedText => {
  const raw = source.slice(start, end)
  if (!raw.includes('\\')) return identity(raw, start)
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  for (let at = start; at < end; ) {
    const escaped = source[at] === '\\' ? source[at + 1]! : undefined
    const length = escaped === undefined ? 1 : escaped === 'u' ? 6 : 2
    units.push(
      escaped === undefined
        ? source[at]!
        : escaped === 'u'
          ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16))
          : (escapes[escaped] ?? escaped),
    )
    from.push(at)
    to.push(at + length)
    at += length
  }
  return {text: units.join(''), from, to}
}

/** How deep lists and objects are in one another, and how many values there may be; told in one pass, whatever is wrong. */
const sizeOf = (text: string): {depth: number; values: number} => {
  let depth = 0
  let most = 0
  let values = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if (unit === '"') isString = !isString
    else if (isString) at += unit === '\\' ? 1 : 0
    else if (unit === '[' || unit === '{') {
      most = Math.max(most, ++depth)
      values++
    } else if (unit === ']' || unit === '}') depth--
    else if (unit === ',') values++
  }
  return {depth: most, values}
}

/** The parser tells where in the text that it got, but not so when that ends too early. */
const unreadable = (error: unknown, source: string, shift: number, end: number): BadInput => {
  const {offset, message} = error as {offset?: number; message: string}
  if (typeof offset !== 'number') throw error
  const at = message.includes('end of input') ? end : Math.min(offset + shift, end)
  const {line, column} = createLocator(source)(at, at).start
  return new BadInput('json', {line: String(line), column: String(column)})
}
