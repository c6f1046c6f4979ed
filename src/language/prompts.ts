import type {Block, Posting, Span} from '../posting/types.ts'
import data from '../vocabulary/leftovers.yml'
import {inLowerCase, lazily, matchesIn, wholeWord} from '../vocabulary/pattern.ts'

const {prompts} = data as Record<'prompts', string[]>
const prompt = lazily(wholeWord(`(?:${prompts.join('|')})`), 'g')

/** What a program asks for where nothing has been written yet: by the file, or by the words. */
export const promptsIn = ({text, prompts: marked = []}: Pick<Posting, 'text' | 'prompts'>): Span[] => {
  const worded = matchesIn(inLowerCase(text), prompt()).map(({0: found, index}) => ({
    start: index,
    end: index + found.length,
  }))
  return [...marked, ...worded.filter((span) => !marked.some((other) => holds(other, span)))]
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The posting as what was written in it: a prompt is no answer. */
export const withoutPrompts = (posting: Posting): Posting => {
  const spans = promptsIn(posting)
  if (spans.length === 0) return posting
  const text = blanked(posting.text, spans)
  const isSaid = ({start, end}: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end))
  const unanswered = posting.pairs.filter(({value}) => !isSaid(value))
  const isUnanswered = ({span, kind}: Block): boolean =>
    kind === 'pair' &&
    unanswered.some(({label, value}) => label.start === span.start && value.end >= span.end - 1)
  return {
    ...posting,
    text,
    blocks: posting.blocks
      .filter((block) => isSaid(block.span) && !isUnanswered(block))
      .map((block) => ({...block, text: text.slice(block.span.start, block.span.end)})),
    pairs: posting.pairs.filter((pair) => !unanswered.includes(pair)),
  }
}

const blanked = (text: string, spans: readonly Span[]): string => {
  let rest = text
  for (const {start, end} of spans)
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end)
  return rest
}
