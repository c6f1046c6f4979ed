import type {DataProblem} from '../config/document.ts'
import {nearest} from '../config/nearest.ts'
import {rules as builtIn} from '../engine/rules.ts'
import type {ExpressionRule, Rule, RuleExamples, StatementRule} from '../engine/types.ts'

/** What a kind asks of the messages of a rule. */
interface Uses {
  /** Ids that it asks for. */
  needed: readonly string[]
  /** Ids that it asks for when they are there. */
  optional: readonly string[]
  /** The names that it fills in. */
  filled: readonly string[]
}

/** What is wrong with the messages of a rule, and with what names them. */
export const messageProblems = (rule: Rule & Partial<RuleExamples>): DataProblem[] => {
  const uses = usesOf(rule)
  return uses
    ? [...idProblems(rule, uses), ...referenceProblems(rule), ...placeholderProblems(rule, uses)]
    : []
}

const usesOf = (rule: Rule): Uses | undefined => {
  switch (rule.kind) {
    case 'uttrykk':
      return usesOfExpressions(rule)
    case 'erklæring':
      return usesOfStatement(rule)
    case 'konsistens':
      return 'property' in rule
        ? {needed: ['konflikt'], optional: [], filled: ['en', 'to']}
        : {needed: ['skjema'], optional: [], filled: ['skjema', 'tekst']}
    case 'felt': {
      const ofField = builtIn.filter((one) => one.kind === 'felt' && one.field === rule.field)
      return {needed: ofField.flatMap(({messages}) => Object.keys(messages)), optional: [], filled: []}
    }
    default:
      return undefined
  }
}

const usesOfExpressions = ({entries = [], once}: ExpressionRule): Uses => {
  const named = entries.flatMap(({message}) => message ?? [])
  const takesFunn = entries.some(({status, message}) => status !== 'keep' && message === undefined)
  return {
    needed: takesFunn ? ['funn'] : [],
    optional: ['funn', 'begrunnet', ...named],
    filled: ['ord', 'forslag', 'grunn', 'liste', ...(once ? ['antall'] : [])],
  }
}

const usesOfStatement = ({parts, require = [], cover}: StatementRule): Uses => {
  if (cover) return {needed: ['dekker'], optional: [], filled: ['antall', 'av', 'mangler']}
  const inner = parts ? parts.map(({id}) => id) : require
  // A statement of one part is either there or missing as a whole.
  const [needed, optional] = parts?.length === 1 ? [[], inner] : [inner, []]
  return {needed: ['mangler', ...needed], optional, filled: []}
}

const idProblems = ({messages}: Rule, {needed, optional}: Uses): DataProblem[] => {
  const known = [...new Set([...needed, ...optional])]
  const missing = needed.filter((id) => !(id in messages))
  const unused = Object.keys(messages)
    .filter((id) => !known.includes(id))
    .map((name) => ({name, known: known.join(', '), ...nearest(name, missing), keys: ['messages', name]}))
  const meant = unused.map(({forslag}) => forslag)
  return [
    ...unused.map(({keys, ...data}) => ({code: 'pack.message.unused', data, keys, ofKey: true})),
    ...missing
      .filter((id) => !meant.includes(id))
      .map((name) => ({code: 'pack.message.missing', data: {name}, keys: ['messages'], ofKey: true})),
  ]
}

/** Entries, examples and severities can only name messages that there are. */
const referenceProblems = (rule: Rule & Partial<RuleExamples>): DataProblem[] => {
  const known = Object.keys(rule.messages)
  const references = [
    ...(rule.kind === 'uttrykk' ? namedBy(rule.entries, ['entries']) : []),
    ...namedBy(rule.examples?.triggers, ['examples', 'triggers']),
    ...namedBy(rule.examples?.silent, ['examples', 'silent']),
    ...Object.keys(rule.messageSeverity ?? {}).map((name) => ({
      name,
      keys: ['messageSeverity', name],
      ofKey: true,
    })),
  ]
  return references
    .filter(({name}) => !known.includes(name))
    .map(({name, keys, ofKey}) => ({
      code: 'pack.message.unknown',
      data: {name, known: known.join(', '), ...nearest(name, known)},
      keys,
      ofKey,
    }))
}

const namedBy = (items: readonly {message?: string}[] | undefined, path: readonly string[]) =>
  (items ?? []).flatMap(({message}, i) =>
    message === undefined ? [] : [{name: message, keys: [...path, String(i), 'message'], ofKey: false}],
  )

/** A message can only have filled in what its kind gives. */
const placeholderProblems = ({messages}: Rule, {filled}: Uses): DataProblem[] => {
  const known = filled.map((name) => `{${name}}`)
  return Object.entries(messages).flatMap(([id, text]) =>
    Object.entries(text).flatMap(([lang, words]) =>
      (words.match(/\{\p{L}+\}/gu) ?? [])
        .filter((name) => !known.includes(name))
        .map((name) => ({
          code: known.length > 0 ? 'pack.placeholder' : 'pack.placeholder.none',
          data: {name, known: known.join(', '), ...nearest(name, known)},
          keys: ['messages', id, lang],
          ofKey: false,
        })),
    ),
  )
}
