import {concatMapped, filler, type MappedText, normalise} from '../mapped-text.ts'

/**
 * Maps the value of a text node to its source, in which characters may be escaped (`\*`, `&amp;`) and
 * lines may begin with indentation or quotation marks that the value lacks.
 */
export const mapText = (source: string, range: {start: number; end: number}, value: string): MappedText => {
  const lines: MappedText[] = []
  let from = range.start
  value.split('\n').forEach((line, i) => {
    if (i > 0) {
      const feed = source.indexOf('\n', from)
      lines.push(filler('\n', feed, feed + 1))
      from = feed + 1
    }
    const lineEnd = source.indexOf('\n', from)
    const end = lineEnd < 0 || lineEnd > range.end ? range.end : lineEnd
    const at = source.slice(from, end).indexOf(line)
    if (at >= 0) lines.push(normalise(source, from + at, from + at + line.length))
    else lines.push(mapEscaped(source, from, end, line))
    from = end
  })
  return concatMapped(lines)
}

const mapEscaped = (source: string, start: number, end: number, value: string): MappedText => {
  const parts: MappedText[] = []
  let at = start
  let i = 0
  while (i < value.length && at < end) {
    if (source[at] === '&' && value[i] !== '&') {
      const close = source.indexOf(';', at)
      const to = close < 0 || close >= end ? at + 1 : close + 1
      parts.push(filler(normalise(value, i, i + 1).text, at, to))
      at = to
      i++
    } else if (source[at] === value[i]) {
      const to = source.startsWith('&amp;', at) ? at + 5 : at + 1
      parts.push(filler(normalise(value, i, i + 1).text, at, to))
      at = to
      i++
    } else at++
  }
  return concatMapped(parts)
}
