import type {Posting, Span} from '../../posting/types.ts'

/** The span without the label ("Pensjon: …") that it begins with. */
export const withoutLabel = ({pairs}: Posting, {start, end}: Span): Span => {
  const pair = pairs.find(({label, value}) => label.start === start && value.start < end)
  return {start: pair ? pair.value.start : start, end}
}
