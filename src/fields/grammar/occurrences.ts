import type {Posting, Span} from '../../posting/types.ts'
import type {Occurrence} from '../types.ts'

/** The first occurrence of each distinct value, in the order given. */
export const firstOfEach = <Value>(
  occurrences: readonly Occurrence<Value>[],
  key: (value: Value) => string,
): Occurrence<Value>[] => {
  const seen = new Set<string>()
  return occurrences.filter(({value}) => {
    const k = key(value)
    if (seen.has(k)) return false
    seen.add(k)
    return true
  })
}

/** The labelled values of a field. */
export const labelled = (posting: Posting, field: string): {label: Span; value: Span; text: string}[] =>
  posting.pairs
    .filter((pair) => pair.field === field)
    .map(({label, value}) => ({label, value, text: posting.text.slice(value.start, value.end)}))

/** The span of a match in a text that begins at `from`, without white space and punctuation around it. */
export const trimmedSpan = (text: string, start: number, end: number, from = 0): Span => {
  let a = start
  let b = end
  while (a < b && /[\s:;,–-]/u.test(text[a]!)) a++
  while (b > a && /[\s:;,.!?–-]/u.test(text[b - 1]!)) b--
  return {start: from + a, end: from + b}
}
