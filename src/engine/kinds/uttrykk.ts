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

const counts = (rule: ExpressionRule, {sentence, roles = rule.roles}: ExpressionHit): boolean =>
  roles ? roles.includes(sentence.role) : !silentRoles[rule.concerns ?? 'applicant'].includes(sentence.role)

const hitOf = (rule: ExpressionRule, found: ExpressionHit): Hit => {
  const {message, span, actual, expected, exchangeable, severity, reason, sentence} = found
  const isAdvice = reason !== undefined || rule.adviceIn?.includes(sentence.role)
  return {
    message: reason === undefined ? message : 'begrunnet',
    span,
    severity: isAdvice ? 'info' : severity,
    expected,
    ...(exchangeable && {fix: {span, text: expected[0]!}}),
    data: {ord: actual, forslag: expected.join(' / '), grunn: reason ?? '', liste: `«${actual}»`},
  }
}

/** So many words are named; more would say no more. */
const longestList = 6

const together = (rule: ExpressionRule, found: readonly ExpressionHit[]): Hit[] => {
  const [first] = found
  if (!first) return []
  const hit = hitOf(rule, first)
  const words = [...new Set(found.map(({actual}) => actual.toLowerCase().replace(/\s+/gu, ' ')))]
  const list = words.slice(0, longestList).map((word) => `«${word}»`)
  return [{...hit, data: {...hit.data, liste: list.join(', '), antall: String(words.length)}}]
}
