import {isMap, isScalar, isSeq, parseDocument} from 'yaml'
import {BadInput} from './bad-input.ts'
import type {Line} from './line.ts'
import {concatMapped, filler, type MappedText, normalise} from './mapped-text.ts'
import {createLocator} from './place.ts'

const profileKeys = ['arbeidsgivertype', 'tariffområde', 'sektor', 'målform', 'utlysning', 'publisert']

/**
 * Front matter is one more source of facts: every `key: value` becomes a line that the recognisers read
 * like any other label with its value. Keys of the profile go to the profile.
 *
 * @throws BadInput when the YAML cannot be read
 */
export const readFrontMatter = (
  source: string,
  range: {start: number; end: number},
): {lines: Line[]; profile: Record<string, string>} => {
  const open = source.indexOf('\n', range.start) + 1
  const close = source.lastIndexOf('---', range.end)
  const document = parseDocument(source.slice(open, close), {schema: 'failsafe'})
  const error = document.errors[0]
  if (error) {
    const {line, column} = createLocator(source)(open + error.pos[0], open + error.pos[0]).start
    throw new BadInput('yaml', {
      line: String(line),
      column: String(column),
      reason: error.message.split('\n')[0]!,
    })
  }
  const lines: Line[] = []
  const profile: Record<string, string> = {}
  if (!isMap(document.contents)) return {lines, profile}
  for (const {key, value} of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (name === 'profil' && isMap(value)) {
      for (const entry of value.items) profile[String(entry.key)] = String(entry.value)
    } else if (profileKeys.includes(name)) profile[name] = String(value)
    else {
      const leaves = scalarRanges(value).map(([from, to]) => normalise(source, open + from, open + to))
      const keyRange = isScalar(key) ? key.range : undefined
      if (!keyRange || leaves.length === 0) continue
      const label = normalise(source, open + keyRange[0], open + keyRange[1])
      const valueStart = leaves[0]!.from[0] ?? open + keyRange[1]
      const colon = filler(': ', open + keyRange[1], valueStart)
      lines.push({
        chars: concatMapped([label, colon, ...separated(leaves)]),
        gap: lines.length === 0 ? 1 : 0,
        given: true,
      })
    }
  }
  return {lines, profile}
}

const separated = (leaves: readonly MappedText[]): MappedText[] =>
  leaves.flatMap((leaf, i) => {
    const end = leaves[i - 1]?.to.at(-1)
    return i === 0 || end === undefined ? [leaf] : [filler(', ', end, leaf.from[0] ?? end), leaf]
  })

const scalarRanges = (node: unknown): [number, number][] => {
  if (isMap(node)) return node.items.flatMap((item) => scalarRanges(item.value))
  if (isSeq(node)) return node.items.flatMap(scalarRanges)
  if (!isScalar(node) || !node.range) return []
  const [from, to] = node.range
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  return [quoted ? [from + 1, to - 1] : [from, to]]
}
