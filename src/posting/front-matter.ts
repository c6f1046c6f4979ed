import {isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLError} from 'yaml'
import {BadInput} from './bad-input.ts'
import {separated} from './given.ts'
import type {Line} from './line.ts'
import {concatMapped, filler, normalise} from './mapped-text.ts'
import {createLocator} from './place.ts'

const profileKeys = ['arbeidsgivertype', 'tariffområde', 'sektor', 'målform', 'utlysning', 'publisert']

interface FrontMatter {
  lines: Line[]
  profile: Record<string, string>
}

/**
 * Front matter is one more source of facts: every `key: value` becomes a line that the recognisers read
 * like any other label with its value. Keys of the profile go to the profile.
 *
 * @throws BadInput when the YAML cannot be read
 */
export const readFrontMatter = (source: string, range: {start: number; end: number}): FrontMatter => {
  const open = source.indexOf('\n', range.start) + 1
  const close = source.lastIndexOf('---', range.end)
  const document = parseDocument(source.slice(open, close), {schema: 'failsafe', prettyErrors: false})
  if (document.errors[0]) throw unreadable(source, open, document.errors[0])
  const lines: Line[] = []
  const profile: Record<string, string> = {}
  for (const {key, value} of isMap(document.contents) ? document.contents.items : []) {
    if (!isScalar(key)) continue
    if (key.value === 'profil' && isMap(value)) Object.assign(profile, value.toJSON())
    else if (profileKeys.includes(String(key.value))) profile[String(key.value)] = String(value)
    else lines.push(...keyValueLine(source, open, key, value))
  }
  if (lines[0]) lines[0].gap = 1
  return {lines, profile}
}

const unreadable = (source: string, open: number, error: YAMLError): BadInput => {
  const {line, column} = createLocator(source)(open + error.pos[0], open + error.pos[0]).start
  return new BadInput('frontMatter', {
    line: String(line),
    column: String(column),
  })
}

const keyValueLine = (source: string, open: number, key: Scalar, value: unknown): Line[] => {
  const leaves = scalarRanges(value).map(([from, to]) => ({
    chars: normalise(source, open + from, open + to),
  }))
  if (!key.range || leaves.length === 0) return []
  const keyEnd = open + key.range[1]
  const label = normalise(source, open + key.range[0], keyEnd)
  const colon = filler(': ', keyEnd, leaves[0]!.chars.start ?? keyEnd)
  return [{chars: concatMapped([label, colon, ...separated(leaves)]), gap: 0, given: true}]
}

const scalarRanges = (node: unknown): [number, number][] => {
  if (isMap(node)) return node.items.flatMap((item) => scalarRanges(item.value))
  if (isSeq(node)) return node.items.flatMap(scalarRanges)
  if (!isScalar(node) || !node.range) return []
  const [from, to] = node.range
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  return [quoted ? [from + 1, to - 1] : [from, to]]
}
