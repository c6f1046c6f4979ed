import {nearest} from '../../src/engine/nearest.ts'
import {rules} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'
import {Problem} from '../problem.ts'
import {packOf} from './words.ts'

const ids = rules.map(({id}) => id)
const names = [...new Set([...rules.map(packOf), ...ids])]

/** The rules that a pattern names: one rule, all of a pack, or those that fit a pattern with `*`. */
const matching = (pattern: string): Rule[] => {
  const name = pattern.replace(/\/+$/, '')
  const parts = name.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}${parts.length > 1 ? '$' : '(?:/|$)'}`)
  return rules.filter(({id}) => expression.test(id))
}

/** The rules that any of the patterns names, all when there are none; a pattern without rules is a problem. */
export const chooseRules = (patterns: readonly string[]): {chosen: readonly Rule[]; problems: Problem[]} => {
  if (patterns.length === 0) return {chosen: rules, problems: []}
  const found = patterns.map((pattern) => ({pattern, matched: matching(pattern)}))
  const chosen = new Set(found.flatMap(({matched}) => matched))
  const unknown = found.filter(({matched}) => matched.length === 0)
  return {
    chosen: rules.filter((rule) => chosen.has(rule)),
    problems: unknown.map(({pattern}) => problemOf('rules.none', pattern, names)),
  }
}

/** @throws Problem that proposes the rule most likely meant; a name with a dot was meant for a file */
export const ruleNamed = (name: string): Rule => {
  const rule = rules.find(({id}) => id === name)
  if (rule) return rule
  throw name.includes('.') ? new Problem('missing', {path: name}) : problemOf('explain.rule', name, ids)
}

export const isRule = (name: string): boolean => ids.includes(name)

const problemOf = (code: string, name: string, known: readonly string[]): Problem => {
  const suggestion = nearest(name, known)
  return new Problem(code, {name}, suggestion)
}
