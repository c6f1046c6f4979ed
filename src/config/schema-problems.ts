import type {ErrorObject} from 'ajv'
import type {DataProblem} from './document.ts'
import {nearest} from './nearest.ts'

/** What a schema has against the data of a file. Of the ways in which a value fits no alternative, the deepest tells most. */
export const schemaProblems = (errors: readonly ErrorObject[]): DataProblem[] => {
  const telling = errors.filter(({keyword}) => !silent.includes(keyword))
  const isDeepest = ({instancePath}: ErrorObject): boolean =>
    !telling.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  const problems = telling
    .filter((error) => aboutKeys.includes(error.keyword) || isDeepest(error))
    .map(toProblem)
  return [...new Map(problems.map((problem) => [problem.keys.join('/'), problem])).values()]
}

/** Keywords that only say that something within them went wrong. */
const silent = ['anyOf', 'oneOf', 'allOf', 'if']

const aboutKeys = ['additionalProperties', 'unevaluatedProperties', 'required']

const toProblem = (error: ErrorObject): DataProblem => {
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer)
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(error.params.additionalProperty ?? error.params.unevaluatedProperty)
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
      return {code: 'config.key', data: {name, ...nearest(name, known)}, keys: [...keys, name], ofKey: true}
    }
    case 'enum': {
      const known = error.params.allowedValues as string[]
      const name = String(error.data)
      return {
        code: 'config.value',
        data: {name, known: known.join(', '), ...nearest(name, known)},
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
