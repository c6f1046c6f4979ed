import type {Span} from '../posting/types.ts'
import data from './context.yml'
import type {Token} from './types.ts'

/** What an expression of the context says about the sentence that it stands in. */
export type Sign = 'reason' | 'negation before' | 'negation after' | 'clause end' | 'others' | 'ours'

/** A sign where it was found, in the coordinates of the sentence's span. */
export interface FoundSign extends Span {
  sign: Sign
}

interface ContextData {
  reasons: {signs: readonly string[]; expressions: readonly string[]}
  negations: {before: readonly string[]; after: readonly string[]}
  clauseEnds: readonly string[]
  clauseMarks: readonly string[]
  others: readonly string[]
  ours: readonly string[]
}

const {reasons, negations, clauseEnds, clauseMarks, others, ours} = data as ContextData

/** The expressions to search for, each with what it says. */
export const contextExpressions: readonly (readonly [Sign, readonly string[]])[] = [
  ['reason', reasons.expressions],
  ['negation before', negations.before],
  ['negation after', negations.after],
  ['clause end', clauseEnds],
  ['others', others],
  ['ours', ours],
]

/** How words in a sentence are to be read for what stands around them. */
export interface Context {
  /** The words that give a reason or name a law. */
  reason: string | undefined
  /** The words are said not to be asked for. */
  isNegated(words: Span): boolean
  /** The words are about the people whom the work is for. */
  isAboutOthers(words: Span): boolean
  /** The words are part of a name: of a law, a unit, an organisation. */
  isInName(words: Span): boolean
}

/** Whom the work is for stands at most so many words after the work, and a noun so many after its adjective. */
const longestGap = 2

const gap = /^(?:\s+[^\s.,;:!?()–]+)*\s*$/u

/** Reads the context of a sentence; `offset` is where its text begins in the coordinates of the signs and words. */
export const contextOf = (
  text: string,
  offset: number,
  tokens: readonly Token[],
  found: readonly FoundSign[],
): Context => {
  const all = (sign: Sign): FoundSign[] => found.filter((one) => one.sign === sign)
  const between = (start: number, end: number): string => text.slice(start - offset, end - offset)
  const isNear = (start: number, end: number): boolean => {
    const words = between(start, end)
    return gap.test(words) && words.split(/\s+/u).filter(Boolean).length <= longestGap
  }
  const clauseEndsIn = (start: number, end: number): boolean =>
    all('clause end').some((one) => one.start > start && one.start < end) ||
    clauseMarks.some((mark) => between(start, end).includes(mark))
  const isOurs = ({start, end}: Span): boolean =>
    all('ours').some((one) => one.start >= start && (one.start < end || isNear(end, one.start)))

  return {
    reason: reasonIn(text, offset, all('reason')),
    isNegated: ({start, end}) =>
      all('negation before').some((one) => one.start <= start && !clauseEndsIn(one.start, start)) ||
      all('negation after').some(
        (one) => one.start >= start && one.end > end && !clauseEndsIn(end, one.start),
      ),
    isAboutOthers: (words) =>
      all('others').some((one) => one.end <= words.start && isNear(one.end, words.start)) && !isOurs(words),
    isInName: (words) =>
      namesIn(text, offset, tokens).some(({start, end}) => start <= words.start && words.end <= end),
  }
}

const reasonIn = (text: string, offset: number, [first]: readonly FoundSign[]): string | undefined =>
  first
    ? text.slice(first.start - offset, first.end - offset)
    : reasons.signs.find((sign) => text.includes(sign))

/** Two or more words in a row that begin with a capital, in a sentence that has other words too. */
const namesIn = (text: string, offset: number, tokens: readonly Token[]): Span[] => {
  const isCapital = ({start}: Token): boolean => /\p{Lu}/u.test(text[start - offset]!)
  if (tokens.every(isCapital)) return []
  const names: Token[][] = []
  let last: Token | undefined
  for (const token of tokens) {
    if (!isCapital(token)) {
      last = undefined
      continue
    }
    const joined = last && /^[\s-]+$/u.test(text.slice(last.end - offset, token.start - offset))
    if (joined) names.at(-1)!.push(token)
    else names.push([token])
    last = token
  }
  return names
    .filter((words) => words.length > 1)
    .map((words) => ({start: words[0]!.start, end: words.at(-1)!.end}))
}
