import type {Check, ExpressionHit, ExpressionRule, Hit} from '../types.ts'

/** Sentences in which an expression says nothing about the applicant, and those whose words are not the author's. */
const silentRoles = {
  applicant: ['sitat', 'mangfoldserklæring', 'søkerliste'],
  wording: ['sitat'],
}

/** Expressions to avoid, where the sentence is one that counts. A reason given beside it makes it advice. */
export const uttrykk =
  (rule: ExpressionRule): Check =>
  (context) => {
    const found = context.expressions(rule.id).filter((hit) => counts(rule, hit))
    return rule.once ? together(rule, found) : found.map((hit) => hitOf(rule, hit))
  }

/** Whether a hit counts in a sentence of its role. */
export const counts = (rule: ExpressionRule, {sentence, roles = rule.roles}: ExpressionHit): boolean =>
  roles ? roles.includes(sentence.role) : !silentRoles[rule.concerns ?? 'applicant'].includes(sentence.role)

const hitOf = (rule: ExpressionRule, found: ExpressionHit): Hit => {
  const {message, span, actual, expected, exchangeable, severity, reason, sentence} = found
  const isAdvice = reason !== undefined || rule.adviceIn?.includes(sentence.role)
  return {
    message: reason !== undefined && 'begrunnet' in rule.messages ? 'begrunnet' : message,
    span,
    ...(severity && {severity}),
    ...(isAdvice && {advice: true as const}),
    expected,
    ...(exchangeable && {fix: {span, text: expected[0]!}}),
    data: {ord: actual, forslag: expected.join(' / '), grunn: reason ?? '', liste: `«${actual}»`},
  }
}

/** So many words are named; more would say no more. */
const longestList = 6

const weights = {error: 3, warning: 2, info: 1}

const weightOf = (rule: ExpressionRule, {advice, severity = rule.severity}: Hit): number =>
  advice ? weights.info : weights[severity]

/** The gravest hit, or the first of those, speaks for all. */
const together = (rule: ExpressionRule, found: readonly ExpressionHit[]): Hit[] => {
  const hits = found.map((one) => hitOf(rule, one))
  const [gravest] = hits.toSorted((one, other) => weightOf(rule, other) - weightOf(rule, one))
  if (!gravest) return []
  const words = new Map(
    found.map(({actual}) => {
      const word = actual.replace(/\s+/gu, ' ')
      return [word.toLowerCase(), `«${word}»`]
    }),
  )
  const list = [...words.values()].slice(0, longestList).join(', ')
  return [{...gravest, data: {...gravest.data, liste: list, antall: String(words.size)}}]
}
