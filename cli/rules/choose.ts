import {nearest} from '../../src/config/nearest.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {rules as builtIn} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'
import {Problem} from '../problem.ts'
import {packOf} from './words.ts'

/** The rules of the program and those of an employer's own packs, in the order of their ids. */
export const rulesWith = (packs: readonly Pack[]): readonly Rule[] => {
  const byId = new Map([...packs.flatMap(({rules}) => rules), ...builtIn].map((rule) => [rule.id, rule]))
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** The rules that a pattern names: one rule, all of a pack, or those that fit a pattern with `*`. */
const matching = (pattern: string, rules: readonly Rule[]): Rule[] => {
  const name = pattern.replace(/(?<!\/)\/+$/, '')
  const parts = name.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}${parts.length > 1 ? '$' : '(?:/|$)'}`)
  return rules.filter(({id}) => expression.test(id))
}

/** The rules that any of the patterns names, all when there are none; a pattern without rules is a problem. */
export const chooseRules = (
  patterns: readonly string[],
  rules: readonly Rule[],
): {chosen: readonly Rule[]; problems: Problem[]} => {
  if (patterns.length === 0) return {chosen: rules, problems: []}
  const found = patterns.map((pattern) => ({pattern, matched: matching(pattern, rules)}))
  const chosen = new Set(found.flatMap(({matched}) => matched))
  const unknown = found.filter(({matched}) => matched.length === 0)
  const names = [...new Set([...rules.map(packOf), ...rules.map(({id}) => id)])]
  return {
    chosen: rules.filter((rule) => chosen.has(rule)),
    problems: unknown.map(({pattern}) => problemOf('rules.none', pattern, names)),
  }
}

/** @throws Problem that proposes the rule most likely meant; a name with a dot was meant for a file */
export const ruleNamed = (name: string, rules: readonly Rule[]): Rule => {
  const rule = rules.find(({id}) => id === name)
  if (rule) return rule
  if (name.includes('.')) throw new Problem('missing', {path: name})
  throw problemOf(
    'explain.rule',
    name,
    rules.map(({id}) => id),
  )
}

const problemOf = (code: string, name: string, known: readonly string[]): Problem =>
  new Problem(code, {name, ...nearest(name, known)})
