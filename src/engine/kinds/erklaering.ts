import type {FieldName} from '../../fields/types.ts'
import {createPhraseFinder} from '../../language/search/phrase-finder.ts'
import {inLowerCase} from '../../vocabulary/pattern.ts'
import type {Check, Expressions, Hit, RuleContext, StatementRule} from '../types.ts'

/** A statement must be there, with its parts, and cover what it should. */
export const erklæring = (rule: StatementRule): Check =>
  rule.parts ? statementOfParts(rule, rule.parts) : statementInField(rule)

const statementInField =
  (rule: StatementRule): Check =>
  (context) => {
    const statements = context.fields[rule.field as FieldName]
    if (rule.cover) return uncovered(rule, rule.cover, context)
    if (statements.length === 0) return [{message: 'mangler', ...insertOf(rule, context)}]
    return (rule.require ?? [])
      .filter((property) => !statements.some(({value}) => propertyOf(value, property) === true))
      .map((property) => ({message: property, span: statements[0]!.span, ...insertOf(rule, context)}))
  }

/** Each part stands somewhere in the ad; when none does, the statement as a whole is missing. */
const statementOfParts = (rule: StatementRule, parts: NonNullable<StatementRule['parts']>): Check => {
  const finders = parts.map(({id, expressions}) => ({id, find: createPhraseFinder(allOf(expressions))}))
  return (context) => {
    const found = finders.map(({id, find}) => ({id, span: firstIn(context, find)}))
    const first = found.find(({span}) => span)?.span
    if (!first) return [{message: 'mangler', ...insertOf(rule, context)}]
    return found
      .filter(({span}) => !span)
      .map(({id}) => ({message: id, span: first, ...insertOf(rule, context)}))
  }
}

const allOf = ({nb = [], nn = [], en = []}: Expressions): string[] => [...new Set([...nb, ...nn, ...en])]

const firstIn = ({posting}: RuleContext, find: ReturnType<typeof createPhraseFinder>) => {
  for (const {text, span} of posting.blocks) {
    const [first] = find(inLowerCase(text), span.start)
    if (first) return first
  }
  return undefined
}

const insertOf = (rule: StatementRule, context: RuleContext): Pick<Hit, 'insert'> =>
  rule.insert ? {insert: rule.insert[context.language]} : {}

const propertyOf = (value: object, property: string): unknown => (value as Record<string, unknown>)[property]

/** A statement that names some of the wanted values but not all; one that names none is left in peace. */
const uncovered = (rule: StatementRule, property: string, context: RuleContext): Hit[] => {
  const statements = context.fields[rule.field as FieldName]
  const named = new Set(statements.flatMap(({value}) => propertyOf(value, property) as string[]))
  const wanted = context.options[property] as string[]
  const alike = rule.alike ?? {}
  const lacking = wanted.filter(
    (value) => !named.has(value) && !(alike[value] ?? []).some((other) => named.has(other)),
  )
  if (named.size === 0 || lacking.length === 0) return []
  const data = {
    antall: String(wanted.length - lacking.length),
    av: String(wanted.length),
    mangler: lacking.join(', '),
  }
  return [{message: 'dekker', span: statements[0]!.span, data}]
}
