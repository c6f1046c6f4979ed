import type {FieldName} from '../../fields/types.ts'
import type {Check, FieldRule, Hit, RuleContext, Violation} from '../types.ts'

/** What the schema of postings has against one field, in the words of the rule. */
export const felt =
  (rule: FieldRule): Check =>
  (context) =>
    context.violations
      .filter(({field}) => field === rule.field)
      .map((violation) => hitOf(rule, violation, context))

const hitOf = (rule: FieldRule, {field, message, index}: Violation, {fields, language}: RuleContext): Hit => {
  if (message === 'mangler') return {message, ...(rule.insert && {insert: rule.insert[language]})}
  const span = fields[field as FieldName][index ?? 0]?.span
  return {message, ...(span && {span})}
}
