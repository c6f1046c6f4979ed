import {BadInput} from '../bad-input.ts'
import {type GivenValue, givenLine} from '../given.ts'
import {htmlLines} from '../html/index.ts'
import {refuseTooLong} from '../limits.ts'
import type {Line, SourceLink} from '../line.ts'
import {filler, type MappedText, normalise, throughMap, trimMapped} from '../mapped-text.ts'
import type {Reading} from '../reader.ts'
import type {WaiverComment} from '../types.ts'
import {readComments} from '../waivers.ts'
import {dayInNorway} from './day.ts'
import {type DataFormat, dataFormats, type FormField, type FormText, type Part} from './formats.ts'
import {type DataNode, nodesAt} from './node.ts'

/**
 * The ads of a file of data: whatever in it, on any level, is an ad of a format that we know.
 *
 * @throws BadInput `noAd` when there is none, `withdrawn` when all that there were have been taken back
 */
export const readAds = (
  root: DataNode,
  source: string,
  waivers: readonly WaiverComment[] = readComments(source).waivers,
): Reading[] => {
  const readings = findAds(root).map(({node, format}) => ({
    source,
    start: node.start,
    ...linesOfAd(node, format),
    ...idOf(node, format),
    waivers: waivers.filter(({place}) => isIn(node, place.start.offset)),
  }))
  if (readings.length > 0) return readings
  const withdrawn = withdrawnIn(root)
  throw withdrawn > 0 ? new BadInput('withdrawn', {n: String(withdrawn)}) : new BadInput('noAd')
}

const idOf = (node: DataNode, {id = []}: DataFormat): Pick<Reading, 'id'> => {
  for (const path of id) {
    const value = valueAt(node, path)
    if (value) return {id: value.text}
  }
  return {}
}

/** How many entries there are whose ads have been taken back. */
const withdrawnIn = (node: DataNode): number =>
  dataFormats.some((format) => isWithdrawn(node, format))
    ? 1
    : node.children.reduce((sum, child) => sum + withdrawnIn(child), 0)

const isWithdrawn = (node: DataNode, {withdrawn = {}}: DataFormat): boolean =>
  Object.entries(withdrawn).some(([path, words]) => words.includes(valueAt(node, path)?.text ?? ''))

const isIn = ({start, end}: DataNode, offset: number): boolean => start <= offset && offset < end

interface FoundAd {
  node: DataNode
  format: DataFormat
}

export const findAds = (node: DataNode): FoundAd[] => {
  const format = dataFormats.find((one) => isAd(node, one))
  return format ? [{node, format}] : node.children.flatMap(findAds)
}

const isAd = (node: DataNode, {is: {element, all = [], any, value = {}}}: DataFormat): boolean => {
  if (node.children.length === 0) return false
  const has = (path: string): boolean => valueAt(node, path) !== undefined || groupsAt(node, path)
  return (
    (element === undefined || node.name === element) &&
    all.every(has) &&
    (any === undefined || any.some(has)) &&
    Object.entries(value).every(([path, wanted]) =>
      nodesAt(node, path).some((one) => new RegExp(wanted, 'u').test(rawTextOf(one)?.text ?? '')),
    )
  )
}

/** @throws BadInput before anything is made of a text that is no ad's */
const rawTextOf = (node: DataNode): MappedText | undefined => {
  if (node.value) refuseTooLong(node.end - node.start)
  return node.value?.()
}

const groupsAt = (node: DataNode, path: string): boolean =>
  nodesAt(node, path).some(({children}) => children.length > 0)

/** What the form and the text of an ad say, as lines. */
export const linesOfAd = (
  node: DataNode,
  {profile = {}, fields, texts}: DataFormat,
): Pick<Reading, 'lines' | 'links' | 'profile'> => {
  const read = texts.flatMap((text) => nodesOfEach(node, text.each).map((at) => readText(at, text)))
  const given = fields.flatMap((field) => givenLines(node, field))
  if (given[0]) given[0].gap = 1
  const said = Object.entries(profile).map(([key, part]) => [key, partAt(node, part)?.chars.text] as const)
  return {
    lines: [...given, ...read.flatMap(({lines}) => lines)],
    links: read.flatMap(({links}) => links),
    profile: Object.fromEntries(said.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  }
}

const nodesOfEach = (node: DataNode, each: string | undefined): DataNode[] =>
  each === undefined ? [node] : nodesAt(node, each)

/** A form field: once for each node that it is said of. */
export const givenLines = (node: DataNode, {label, each, parts, assumed}: FormField): Line[] =>
  nodesOfEach(node, each).flatMap((at) => {
    const values = distinct(parts.flatMap((part) => partAt(at, part) ?? []))
    const [start, end] = (each === undefined ? nodeOfPart(at, parts) : at)?.nameAt ?? [at.start, at.start]
    const isAssumed = values[0] !== undefined && values[0].chars.text === assumed
    const lines = givenLine({text: label, start, end}, values)
    return isAssumed ? lines.map((line) => ({...line, assumed: true})) : lines
  })

/** A town that is also the municipality is one place. */
const distinct = (values: readonly GivenValue[]): GivenValue[] => {
  const words = values.map(({chars}) => chars.text.toLowerCase())
  return values.filter((_, i) => words.indexOf(words[i]!) === i)
}

const pathsOf = (part: Part): readonly string[] => {
  const from = typeof part === 'string' ? part : part.from
  return typeof from === 'string' ? [from] : from
}

const nodeOfPart = (node: DataNode, parts: readonly Part[]): DataNode | undefined =>
  parts.flatMap((part) => pathsOf(part).flatMap((path) => nodesAt(node, path)))[0]

const partAt = (node: DataNode, part: Part): GivenValue | undefined => {
  const values = pathsOf(part).flatMap((path) => valueAt(node, path) ?? [])
  const [written] = values
  if (!written) return undefined
  if (typeof part === 'string') return {chars: written}
  const {values: words, match, before, isDay} = part
  const value = isDay ? inNorway(written) : written
  const said = match === undefined ? value : matched(value, new RegExp(match, 'u'))
  const word = words && said ? worded(said, words) : said
  if (!word) return undefined
  return {chars: word, ...(before !== undefined && {before})}
}

/** Another day, in the place of the moment. */
const inNorway = (value: MappedText): MappedText => {
  const day = dayInNorway(value.text)
  return day === undefined ? value : filler(day, value.start!, value.end!)
}

const matched = (value: MappedText, pattern: RegExp): MappedText | undefined => {
  const match = pattern.exec(value.text)
  return match?.[0].trim() ? trimMapped(value.slice(match.index, match.index + match[0].length)) : undefined
}

/** Another word, in the place of the code. */
const worded = (value: MappedText, words: Readonly<Record<string, string>>): MappedText | undefined => {
  const word = words[value.text]
  return word === undefined ? undefined : filler(word, value.start!, value.end!)
}

/** The text of the first node at a path that has one, on one line; `.` is the node itself. */
const valueAt = (node: DataNode, path: string): MappedText | undefined => {
  for (const one of path === '.' ? [node] : nodesAt(node, path)) {
    const raw = rawTextOf(one)
    const text = raw && trimMapped(throughMap(normalise(raw.text, 0, raw.text.length), raw))
    if (text && text.text !== '') return text
  }
  return undefined
}

const readText = (node: DataNode, text: FormText): {lines: Line[]; links: SourceLink[]} => {
  const read = nodesAt(node, text.from).map((one) => {
    const raw = rawTextOf(one)
    if (!raw || raw.text.trim() === '') return {lines: [], links: []}
    const {lines, links} = htmlLines(raw)
    const heading = text.isHeading ? [] : headingOf(node, one, text)
    const ranked = text.isHeading ? lines.map((line) => ({...line, rank: 1})) : lines
    return {lines: spaced([...heading, ...ranked]), links}
  })
  return {lines: read.flatMap(({lines}) => lines), links: read.flatMap(({links}) => links)}
}

const headingOf = (node: DataNode, text: DataNode, {heading, under}: FormText): Line[] => {
  if (under !== undefined) return [{chars: filler(under, ...text.nameAt), rank: 2, gap: 1}]
  const chars = heading === undefined ? undefined : valueAt(node, heading)
  return chars ? [{chars, rank: 2, gap: 1}] : []
}

/** A text begins a block of its own. */
const spaced = ([first, ...others]: readonly Line[]): Line[] =>
  first ? [{...first, gap: Math.max(1, first.gap), begins: true}, ...others] : []
