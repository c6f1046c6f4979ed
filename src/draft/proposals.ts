import type {Finding} from '../report/types.ts'
import type {Edit} from './edit.ts'

/** One way to mend a finding. */
export interface Proposal {
  /** `exchange` puts other words in the place of those found, `insert` adds what is missing. */
  kind: 'exchange' | 'insert'
  edit: Edit
}

/** Words with a tag between them cannot be exchanged as one: the other half of its pair would be left. */
const tag = /<[a-z!/][^<>]*>/i

/** Everything that a finding proposes, best first; nothing twice. */
export const proposalsOf = ({
  fix,
  expected = [],
  place,
  actual = '',
  suggestions = [],
}: Finding): Proposal[] => {
  const edits: Edit[] = [
    ...(fix ? [{range: fix.range, text: fix.text}] : []),
    ...(place && !tag.test(actual)
      ? expected.map((text) => ({range: [place.start.offset, place.end.offset] as const, text}))
      : []),
    ...suggestions.map(({range, text}) => ({range, text})),
  ]
  const unique = new Map(edits.map((edit) => [`${edit.range} ${edit.text}`, edit]))
  return [...unique.values()].map((edit) => ({
    kind: edit.range[0] === edit.range[1] ? 'insert' : 'exchange',
    edit,
  }))
}

const blank = /\[[^\]\n]{0,200}\]/g

/** What a person has to fill in: the `[…]` of a ready line, from first to last. */
export const blanksIn = (text: string): {start: number; end: number}[] =>
  [...text.matchAll(blank)].map(({index, 0: words}) => ({start: index, end: index + words.length}))
