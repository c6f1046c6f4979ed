import type {Span} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import data from './context.yml'
import {tokenise} from './tokens.ts'
import type {Token} from './types.ts'

/** What an expression of the context says about the sentence that it stands in. */
export type Sign =
  | 'reason'
  | 'no reason'
  | 'negation before'
  | 'negation after'
  | 'regardless'
  | 'clause end'
  | 'regardless end'
  | 'others'
  | 'ours'
  | 'seeking'

/** A sign where it was found, in the coordinates of the sentence's span. */
export interface FoundSign extends Span {
  sign: Sign
}

interface ContextData {
  reasons: Record<'signs' | 'expressions' | 'except', readonly string[]>
  negations: Record<'before' | 'after' | 'regardless', readonly string[]>
  clauseEnds: readonly string[]
  clauseMarks: readonly string[]
  regardlessEnds: readonly string[]
  others: readonly string[]
  othersEnd: readonly string[]
  ours: readonly string[]
  seeking: readonly string[]
}

const {reasons, negations, clauseEnds, clauseMarks, regardlessEnds, others, othersEnd, ours, seeking} =
  data as ContextData

/** The lists of the data file in its order, and what their expressions say. */
const contextExpressions: readonly (readonly [Sign, readonly string[]])[] = [
  ['reason', reasons.expressions],
  ['no reason', reasons.except],
  ['negation before', negations.before],
  ['negation after', negations.after],
  ['regardless', negations.regardless],
  ['clause end', clauseEnds],
  ['regardless end', regardlessEnds],
  ['others', others],
  ['ours', ours],
  ['seeking', seeking],
]

/** All expressions in their order, and what each says. */
export const contextSigns: readonly {pattern: string; sign: Sign}[] = contextExpressions.flatMap(
  ([sign, patterns]) => patterns.map((pattern) => ({pattern, sign})),
)

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

/**
 * Reads the context of a sentence; `offset` is where its text begins in the coordinates of the signs and words.
 *
 * @param search finds the signs of the sentence when they are first needed
 */
export const contextOf = (text: string, offset: number, search: () => readonly FoundSign[]): Context => {
  let found: readonly FoundSign[] | undefined
  const all = (...signs: Sign[]): FoundSign[] => {
    found ??= search()
    return found.filter(({sign}) => signs.includes(sign))
  }
  const between = (start: number, end: number): string =>
    text.slice(start - offset, end - offset).toLowerCase()
  const wordsBetween = (start: number, end: number): string[] | undefined =>
    gap.test(between(start, end)) ? between(start, end).split(/\s+/u).filter(Boolean) : undefined
  const isNear = (start: number, end: number): boolean =>
    (wordsBetween(start, end)?.length ?? Number.POSITIVE_INFINITY) <= longestGap
  const endsIn = (start: number, end: number, ...ends: Sign[]): boolean =>
    all(...ends).some((one) => one.start > start && one.start < end) ||
    clauseMarks.some((mark) => between(start, end).includes(mark))
  const isOurs = ({start, end}: Span): boolean =>
    all('ours').some((one) => one.start >= start && (one.start < end || isNear(end, one.start)))

  return {
    get reason() {
      return reasonIn(text, offset, all('reason'), all('no reason'))
    },
    isNegated: ({start, end}) =>
      all('negation before').some((one) => one.start < start && !endsIn(one.start, start, 'clause end')) ||
      all('regardless').some(
        (one) => one.start <= start && !endsIn(one.start, start, 'clause end', 'regardless end'),
      ) ||
      all('negation after').some(
        (one) => one.start >= start && one.end > end && !endsIn(end, one.start, 'clause end'),
      ),
    isAboutOthers: (words) =>
      all('others').some(
        (one) =>
          one.end <= words.start &&
          isNear(one.end, words.start) &&
          !between(one.start, words.start)
            .split(/\s+/u)
            .some((word) => othersEnd.includes(word)),
      ) && !isOurs(words),
    isInName: (words) =>
      /\p{Lu}/u.test(text[words.start - offset]!) &&
      namesIn(text, offset)
        .filter(({start, end}) => start <= words.start && words.end <= end)
        .some((name) => !all('seeking').some((one) => between(one.end, name.start).trim() === '')),
  }
}

const reasonIn = (
  text: string,
  offset: number,
  found: readonly FoundSign[],
  excepted: readonly FoundSign[],
): string | undefined => {
  const counts = (start: number, end: number): boolean =>
    !excepted.some((one) => one.start <= start && end <= one.end)
  const first = found.find(({start, end}) => counts(start, end))
  if (first) return text.slice(first.start - offset, first.end - offset)
  return reasons.signs.find((sign) => {
    const at = text.indexOf(sign)
    return at >= 0 && counts(offset + at, offset + at + sign.length)
  })
}

/** Two or more words in a row that begin with a capital, in a sentence that has other words too. */
const namesIn = (text: string, offset: number): Span[] => {
  const tokens = tokenise(inLowerCase(text), offset)
  const isCapital = ({start}: Token): boolean => /\p{Lu}/u.test(text[start - offset]!)
  const isWord = ({word}: Token): boolean => /^\p{L}/u.test(word)
  if (tokens.filter(isWord).every(isCapital)) return []
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
