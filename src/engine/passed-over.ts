import {createLexicon} from '../language/lexicon.ts'
import type {Role} from '../language/types.ts'
import type {Span} from '../posting/types.ts'
import {counts} from './kinds/uttrykk.ts'
import type {ExpressionRule, RuleContext} from './types.ts'

/** Words that a rule looks for, where they are no finding. */
export interface PassedOver {
  span: Span
  /** What the sentence is, when that alone decides; absent when it is the words around. */
  role?: Role
}

/** Where the expressions of a rule stand in an ad without being found. */
export const passedOver = (
  rule: ExpressionRule,
  {analysis, expressions}: Pick<RuleContext, 'analysis' | 'expressions'>,
): PassedOver[] => {
  const hits = expressions(rule.id)
  const found = hits.filter((hit) => counts(rule, hit)).map(({span}) => span)
  const silent = hits.filter((hit) => !counts(rule, hit)).map(({span, sentence: {role}}) => ({span, role}))
  const known = [...found, ...silent.map(({span}) => span)]
  const entries = rule.entries.filter(({status}) => status !== 'keep')
  const lexicon = createLexicon(entries.map((entry) => ({...entry, ruleId: rule.id})))
  const others = analysis.sentences
    .flatMap((sentence) => lexicon.search(sentence))
    .map(({match: {start, end}}) => ({start, end}))
    .filter((span) => !known.some((one) => overlaps(one, span)))
    .filter((span, i, all) => !all.slice(0, i).some((one) => overlaps(one, span)))
  return [...silent, ...others.map((span) => ({span}))].toSorted(
    (one, other) => one.span.start - other.span.start,
  )
}

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end
