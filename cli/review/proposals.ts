import type {Edit} from '../../src/draft/edit.ts'
import {blanksIn, type Proposal} from '../../src/draft/proposals.ts'
import type {Lang} from '../texts.ts'
import {sayReview} from './texts.ts'

const longest = 200

const brief = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** A proposal in words. */
export const sayProposal = ({kind, edit}: Proposal, source: string, lang: Lang): string => {
  const data = {from: brief(source.slice(...edit.range)), to: brief(edit.text)}
  if (kind === 'insert') return sayReview(lang, 'insert', data)
  return sayReview(lang, edit.text.trim() === '' ? 'remove' : 'exchange', data)
}

/** A line that a person fills in: what stands before and after the words that are asked for. */
export interface Form {
  before: string
  after: string
  /** What belongs there, as an example. */
  hint: string
  /** The edit with the answer in it. */
  fill(answer: string): Edit
}

/**
 * What to ask before a text with blanks is put in; nothing for a text without any, or with several lines, which is
 * put in as it stands. After a label the answer takes the place of all that follows.
 */
export const formOf = ({edit}: Proposal): Form | undefined => {
  const [first, ...others] = blanksIn(edit.text)
  if (!first || edit.text.trim().includes('\n')) return undefined
  const label = /^\s*[^:[\]]{2,40}: /.exec(edit.text)?.[0]
  const start = label?.length ?? first.start
  const end = label ? edit.text.length : (others.at(-1) ?? first).end
  const [before, after] = [edit.text.slice(0, start), edit.text.slice(end)]
  return {
    before: before.trimStart(),
    after,
    hint: edit.text.slice(start, end).replace(/[[\]]/g, ''),
    fill: (answer) => ({...edit, text: before + answer.trim() + after}),
  }
}
