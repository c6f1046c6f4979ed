import type {FieldName} from '../../fields/types.ts'
import {compile, inLowerCase, wholeWord} from '../../vocabulary/pattern.ts'
import type {Check, FieldRule, Hit, RuleContext, Violation} from '../types.ts'

/** What the schema of postings has against one field, in the words of the rule. */
export const felt =
  (rule: FieldRule): Check =>
  (context) =>
    context.violations
      .filter(({field}) => field === rule.field)
      .map((violation) =>
        violation.message === 'mangler' ? missing(rule, context) : invalid(violation, context),
      )

const invalid = ({field, message, index}: Violation, {fields}: RuleContext): Hit => {
  const span = fields[field as FieldName][index ?? 0]?.span
  return {message, ...(span && {span})}
}

const missing = (rule: FieldRule, {analysis, language}: RuleContext): Hit => {
  const insert = rule.insert && {insert: rule.insert[language]}
  const scattered = rule.scattered && compile(wholeWord(rule.scattered))
  const told = scattered && analysis.sentences.find(({text}) => scattered.test(inLowerCase(text)))
  return told ? {message: 'spredt', span: told.span, ...insert} : {message: 'mangler', ...insert}
}
