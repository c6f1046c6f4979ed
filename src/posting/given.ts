import type {Line} from './line.ts'
import {concatMapped, filler, type MappedText} from './mapped-text.ts'

export interface GivenValue {
  chars: MappedText
  /** What stands between it and the value before. */
  before?: string
}

/**
 * A form field, given outside the text, as a line that the recognisers read like any other label with its value.
 *
 * @param label in words that the recognisers know, with the range of what names the field in the source
 */
export const givenLine = (
  label: {text: string; start: number; end: number},
  values: readonly GivenValue[],
): Line[] => {
  const parts = values.filter(({chars}) => chars.text.trim() !== '')
  const first = parts[0]
  if (!first) return []
  const name = filler(label.text, label.start, label.end)
  const colon = filler(': ', label.end, first.chars.start!)
  return [{chars: concatMapped([name, colon, ...separated(parts)]), gap: 0, given: true}]
}

/** Values with commas between them, or with what they say. */
export const separated = (values: readonly GivenValue[]): MappedText[] =>
  values.flatMap((value, i) => {
    const end = values[i - 1]?.chars.end
    if (end === undefined) return [value.chars]
    const next = value.chars.start ?? end
    return [filler(value.before ?? ', ', Math.min(end, next), Math.max(end, next)), value.chars]
  })
