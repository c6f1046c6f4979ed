import validate from '../../schemas/config.schema.json?validator'
import {isDate} from '../calendar/index.ts'
import type {Rule} from '../engine/types.ts'
import type {DataProblem} from './document.ts'
import {nearest} from './nearest.ts'
import {schemaProblems} from './schema-problems.ts'
import type {Config, RuleEntries} from './types.ts'

/** What is wrong with the shape of a configuration. */
export const shapeProblems = (config: unknown): DataProblem[] =>
  validate(config) ? [] : schemaProblems(validate.errors ?? []).map(asPackProblem)

/** A pack is named by its folder, which is no pattern. */
const asPackProblem = (problem: DataProblem): DataProblem =>
  problem.code === 'config.glob' && problem.keys[0] === 'policy'
    ? {...problem, code: 'pack.outside'}
    : problem

/** What is wrong with the rules that a configuration names. */
export const ruleProblems = (config: Config, rules: readonly Rule[]): DataProblem[] => {
  const optionsById: OptionsById = new Map(rules.map(({id, options = {}}) => [id, options]))
  return [
    ...entryProblems(config.regler, ['regler'], optionsById),
    ...(config.filer ?? []).flatMap((entry, i) =>
      typeof entry === 'string'
        ? []
        : entryProblems(entry.regler, ['filer', String(i), 'regler'], optionsById),
    ),
    ...(config.unntak ?? []).flatMap(({regel}, i) =>
      optionsById.has(regel) ? [] : [unknownRule(regel, ['unntak', String(i), 'regel'], false, optionsById)],
    ),
    ...Object.keys(config.maler ?? {}).flatMap((name) => templateProblems(name, rules)),
  ]
}

/** A template is for a field, or for a rule that proposes a text. */
const templateProblems = (name: string, rules: readonly Rule[]): DataProblem[] => {
  const known = rules
    .filter(({messages}) => 'mangler' in messages)
    .flatMap((rule) => ('field' in rule && rule.field ? [rule.id, rule.field] : [rule.id]))
  if (known.includes(name)) return []
  return [
    {code: 'config.template', data: {name, ...nearest(name, known)}, keys: ['maler', name], ofKey: true},
  ]
}

/** The options with their schemas, by rule id. */
type OptionsById = ReadonlyMap<string, NonNullable<Rule['options']>>

const entryProblems = (
  entries: RuleEntries | undefined,
  path: string[],
  optionsById: OptionsById,
): DataProblem[] =>
  Object.entries(entries ?? {}).flatMap(([id, entry]): DataProblem[] => {
    const options = optionsById.get(id)
    if (!options) return [unknownRule(id, [...path, id], true, optionsById)]
    const given = Array.isArray(entry) ? Object.entries(entry[1]) : []
    return given.flatMap(([name, value]): DataProblem[] => {
      const keys = [...path, id, '1', name]
      const schema = options[name]
      if (!schema) {
        const data = {name, regel: id, ...nearest(name, Object.keys(options))}
        return [{code: 'config.option', data, keys, ofKey: true}]
      }
      const isWrong = schema.format === 'date' && value !== null && !isDate(String(value))
      return isWrong ? [{code: 'config.date', data: {name: String(value)}, keys, ofKey: false}] : []
    })
  })

const unknownRule = (id: string, keys: string[], ofKey: boolean, optionsById: OptionsById): DataProblem => ({
  code: 'config.rule',
  data: {name: id, ...nearest(id, [...optionsById.keys()])},
  keys,
  ofKey,
})
