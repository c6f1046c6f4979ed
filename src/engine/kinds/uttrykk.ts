import type {Check, ExpressionHit, ExpressionRule, Hit} from '../types.ts'

/** Sentences in which an expression says nothing about the applicant. */
const silentRoles = ['sitat', 'mangfoldserklæring', 'søkerliste']

/** Expressions to avoid, where the sentence is one that counts. A reason given beside it makes it advice. */
export const uttrykk =
  (rule: ExpressionRule): Check =>
  (context) =>
    context
      .expressions(rule.id)
      .filter(({sentence}) => counts(rule, sentence.role))
      .map(hitOf)

const counts = (rule: ExpressionRule, role: string): boolean =>
  rule.roles ? rule.roles.includes(role) : !silentRoles.includes(role)

const hitOf = ({message, span, actual, expected, severity, reason}: ExpressionHit): Hit => ({
  message: reason === undefined ? message : 'begrunnet',
  span,
  severity: reason === undefined ? severity : 'info',
  expected,
  data: {ord: actual, forslag: expected.join(' / '), grunn: reason ?? ''},
})
