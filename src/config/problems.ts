import validate from '../../schemas/config.schema.json?validator'
import type {Rule} from '../engine/types.ts'
import type {DataProblem} from './document.ts'
import {nearest} from './nearest.ts'
import {schemaProblems} from './schema-problems.ts'
import type {Config, RuleEntries} from './types.ts'

/** What is wrong with the shape of a configuration. */
export const shapeProblems = (config: unknown): DataProblem[] =>
  validate(config) ? [] : schemaProblems(validate.errors ?? [])

/** What is wrong with the rules that a configuration names. */
export const ruleProblems = (config: Config, rules: readonly Rule[]): DataProblem[] => {
  const optionsById: OptionsById = new Map(rules.map(({id, options}) => [id, Object.keys(options ?? {})]))
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
  ]
}

/** Names of the options by rule id. */
type OptionsById = ReadonlyMap<string, readonly string[]>

const entryProblems = (
  entries: RuleEntries | undefined,
  path: string[],
  optionsById: OptionsById,
): DataProblem[] =>
  Object.entries(entries ?? {}).flatMap(([id, entry]): DataProblem[] => {
    const known = optionsById.get(id)
    if (!known) return [unknownRule(id, [...path, id], true, optionsById)]
    const options = Array.isArray(entry) ? Object.keys(entry[1]) : []
    return options
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'config.option',
        data: {name, regel: id, ...nearest(name, known)},
        keys: [...path, id, '1', name],
        ofKey: true,
      }))
  })

const unknownRule = (id: string, keys: string[], ofKey: boolean, optionsById: OptionsById): DataProblem => ({
  code: 'config.rule',
  data: {name: id, ...nearest(id, [...optionsById.keys()])},
  keys,
  ofKey,
})
