import type {Edit} from '../../src/draft/edit.ts'
import {blanksIn, type Proposal} from '../../src/draft/proposals.ts'
import {escapeHtml} from '../../src/posting/html/escape.ts'
import type {Lang} from '../texts.ts'
import {sayReview} from './texts.ts'

/** A template has at most 2000 units; so much of it is enough to know it by. */
const longest = 600

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

/** One thing to ask before a text is put in: what stands before and after the answer. */
export interface Blank {
  before: string
  after: string
  /** What belongs there, as an example. */
  hint: string
}

/** A ready text with blanks, as questions. */
export interface Form {
  blanks: readonly Blank[]
  /** The edit with the answers in it; a line whose answer is empty is left out. */
  fill(answers: readonly string[]): Edit
}

/**
 * What to ask before a text with blanks is put in, one question for each line that has any; nothing for a text without.
 * After a label the answer takes the place of all that follows.
 */
export const formOf = ({edit}: Proposal): Form | undefined => {
  const lines = edit.text.split(/(?<=\n|\r(?!\n))/)
  const parts = lines.map(blankOf)
  const blanks = parts.filter((part) => part !== undefined)
  const isHtml = /^\s*<p>/.test(edit.text)
  if (blanks.length === 0) return undefined
  return {
    blanks,
    fill(answers) {
      const left = [...answers]
      const filled = parts.map((part, i) => {
        if (!part) return lines[i]!
        const answer = (left.shift() ?? '').trim()
        return answer === '' ? '' : part.before + (isHtml ? escapeHtml(answer) : answer) + part.after
      })
      const text = filled.join('')
      return {...edit, text: /[\r\n]$/.test(edit.text) ? text : text.replace(/(?:\r\n|\r|\n)$/, '')}
    },
  }
}

const blankOf = (line: string): Blank | undefined => {
  const found = blanksIn(line)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return undefined
  const label = /^\s*[^:[\]]{2,40}: (?!$)/.exec(line)?.[0]
  const end = line.trimEnd().length
  const [from, to] = label ? [label.length, end] : [first.start, last.end]
  return {
    before: line.slice(0, from),
    after: line.slice(to),
    hint: line.slice(from, to).replace(/[[\]"]/g, ''),
  }
}
