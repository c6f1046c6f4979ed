import type {Nodes} from 'mdast'
import type {Span} from '../types.ts'

/** Where a node stands in its file. */
export const rangeOf = ({position}: Nodes): Span => ({
  start: position!.start.offset!,
  end: position!.end.offset!,
})
