import type {ErrorObject} from 'ajv'
import validate from '../../schemas/config.schema.json?validator'
import {nearest} from '../engine/nearest.ts'
import {rules} from '../engine/rules.ts'
import type {Config, RuleEntries} from './types.ts'

interface Problem {
  code: string
  data: Record<string, string>
  /** Path to the node that is wrong. */
  keys: string[]
  /** The key itself is wrong and not its value. */
  ofKey: boolean
}

/** What is wrong with the data of a configuration: its shape, then the rules that it names. */
export const problemsOf = (config: unknown): Problem[] => {
  if (!validate(config)) return schemaProblems(validate.errors ?? [])
  return ruleProblems((config ?? {}) as Config)
}

/** Of the ways in which a value fits no alternative, the deepest tells most. */
const schemaProblems = (errors: readonly ErrorObject[]): Problem[] => {
  const telling = errors.filter(({keyword}) => keyword !== 'anyOf' && keyword !== 'if')
  const isDeepest = ({instancePath}: ErrorObject): boolean =>
    !telling.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  const problems = telling
    .filter((error) => aboutKeys.includes(error.keyword) || isDeepest(error))
    .map(toProblem)
  return [...new Map(problems.map((problem) => [problem.keys.join('/'), problem])).values()]
}

const aboutKeys = ['additionalProperties', 'required']

const toProblem = (error: ErrorObject): Problem => {
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer)
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params.additionalProperty)
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
      return {
        code: 'config.key',
        data: {name, ...suggestion(name, known)},
        keys: [...keys, name],
        ofKey: true,
      }
    }
    case 'enum': {
      const known = error.params.allowedValues as string[]
      const name = String(error.data)
      return {
        code: 'config.value',
        data: {name, known: known.join(', '), ...suggestion(name, known)},
        keys,
        ofKey: false,
      }
    }
    case 'required':
      return {code: 'config.required', data: {name: String(error.params.missingProperty)}, keys, ofKey: false}
    case 'not':
      return {code: 'config.glob', data: {name: String(error.data)}, keys, ofKey: false}
    default:
      return {
        code: 'config.shape',
        data: {name: keys.at(-1) ?? '', reason: error.message ?? ''},
        keys,
        ofKey: false,
      }
  }
}

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** The name that was most likely meant, as data of the message. */
const suggestion = (name: string, known: readonly string[]): {forslag?: string} => {
  const forslag = nearest(name, known)
  return forslag === undefined ? {} : {forslag}
}

const optionsById = new Map(rules.map(({id, options}) => [id, Object.keys(options ?? {})]))

const ruleProblems = (config: Config): Problem[] => [
  ...entryProblems(config.regler, ['regler']),
  ...(config.filer ?? []).flatMap((entry, i) =>
    typeof entry === 'string' ? [] : entryProblems(entry.regler, ['filer', String(i), 'regler']),
  ),
  ...(config.unntak ?? []).flatMap(({regel}, i) =>
    optionsById.has(regel) ? [] : [unknownRule(regel, ['unntak', String(i), 'regel'], false)],
  ),
]

const entryProblems = (entries: RuleEntries | undefined, path: string[]): Problem[] =>
  Object.entries(entries ?? {}).flatMap(([id, entry]): Problem[] => {
    const known = optionsById.get(id)
    if (!known) return [unknownRule(id, [...path, id], true)]
    const options = Array.isArray(entry) ? Object.keys(entry[1]) : []
    return options
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'config.option',
        data: {name, regel: id, ...suggestion(name, known)},
        keys: [...path, id, '1', name],
        ofKey: true,
      }))
  })

const unknownRule = (id: string, keys: string[], ofKey: boolean): Problem => ({
  code: 'config.rule',
  data: {name: id, ...suggestion(id, [...optionsById.keys()])},
  keys,
  ofKey,
})
