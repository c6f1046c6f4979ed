import type {ErrorObject} from 'ajv'
import type {DataProblem} from './document.ts'
import {nearest} from './nearest.ts'

/** What a schema has against the data of a file. Of the ways in which a value fits no alternative, the deepest tells most. */
export const schemaProblems = (errors: readonly ErrorObject[]): DataProblem[] => {
  const telling = errors.filter((error) => !isSilent(error))
  const isDeepest = ({instancePath}: ErrorObject): boolean =>
    !telling.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  const kept = telling.filter((error) => aboutKeys.includes(error.keyword) || isDeepest(error))
  const byPlace = new Map<string, ErrorObject[]>()
  for (const error of kept) {
    const place = toProblem(error).keys.join('/')
    byPlace.set(place, [...(byPlace.get(place) ?? []), error])
  }
  return [...byPlace.values()].flatMap(problemsAt)
}

/**
 * At one place all keys that are missing are told, or else one thing that is wrong: an alternative of the right type
 * tells more than one of another, and of types the simplest comes first.
 */
const problemsAt = (errors: readonly ErrorObject[]): DataProblem[] => {
  const missing = errors.filter(({keyword}) => keyword === 'required')
  const choices = missing.filter(isOfAlternative)
  const [one] = choices
  if (missing.length === 0)
    return [toProblem(errors.findLast(({keyword}) => keyword !== 'type') ?? errors[0]!)]
  return [
    ...missing.filter((error) => !isOfAlternative(error)).map(toProblem),
    ...(one ? [missingChoice(one, choices)] : []),
  ]
}

/** One of several keys must be there: all are named. */
const missingChoice = (one: ErrorObject, choices: readonly ErrorObject[]): DataProblem => {
  const names = [...new Set(choices.map(({params}) => String(params.missingProperty)))]
  if (names.length === 1) return toProblem(one)
  return {...toProblem(one), code: 'config.required.choice', data: {known: names.join(', ')}}
}

const isOfAlternative = ({schemaPath}: ErrorObject): boolean =>
  /\/(anyOf|oneOf)\/\d+\/required$/.test(schemaPath)

/** Keywords that only say that something within them went wrong. */
const silent = ['anyOf', 'oneOf', 'allOf', 'if', 'propertyNames']

/** That several alternatives fit, nothing within them says; and a pattern is not what is wrong with a number. */
const isSilent = ({keyword, params, data}: ErrorObject): boolean =>
  keyword === 'not'
    ? typeof data !== 'string'
    : silent.includes(keyword) && !(keyword === 'oneOf' && Boolean(params.passingSchemas))

const aboutKeys = ['additionalProperties', 'unevaluatedProperties', 'required']

/** Keywords that are told in words of our own, with the value. */
const ownTexts: Readonly<Record<string, string>> = {
  minItems: 'config.shape.minItems',
  minLength: 'config.shape.minLength',
  pattern: 'config.shape.pattern',
}

const toProblem = (error: ErrorObject): DataProblem => {
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer)
  const {keyword, params, propertyName} = error
  if (propertyName !== undefined)
    return {
      code: ownTexts[keyword] ?? 'config.shape',
      data: {name: propertyName, reason: error.message ?? ''},
      keys: [...keys, propertyName],
      ofKey: true,
    }
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty)
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
      return {code: 'config.key', data: {name, ...nearest(name, known)}, keys: [...keys, name], ofKey: true}
    }
    case 'enum':
      return valueProblem(error, params.allowedValues as string[], keys)
    case 'const':
      return valueProblem(error, [String(params.allowedValue)], keys)
    case 'required':
      return {code: 'config.required', data: {name: String(params.missingProperty)}, keys, ofKey: false}
    case 'not':
      return {code: 'config.glob', data: {name: String(error.data)}, keys, ofKey: false}
    case 'oneOf':
      return {code: 'config.choice', data: {known: alternatives(error)}, keys, ofKey: false}
    default:
      return shapeProblem(error, keys)
  }
}

const valueProblem = (error: ErrorObject, known: readonly string[], keys: string[]): DataProblem => {
  const name = String(error.data)
  const data = {name, known: known.join(', '), ...nearest(name, known)}
  return {code: 'config.value', data, keys, ofKey: false}
}

/** Keywords that say what is wrong with the words themselves. */
const aboutValues = ['pattern', 'format']

const shapeProblem = (error: ErrorObject, keys: string[]): DataProblem => {
  const name = aboutValues.includes(error.keyword) ? String(error.data) : nameOf(keys)
  return {
    code: shapeCode(error),
    data: {name, reason: error.message ?? '', ...leastOf(error)},
    keys,
    ofKey: false,
  }
}

const leastOf = ({keyword, params}: ErrorObject): Record<string, string> =>
  keyword === 'minItems' ? {least: String(params.limit)} : {}

/** The last key; for an item of a list, that of the list. */
const nameOf = (keys: readonly string[]): string => keys.findLast((key) => !/^\d+$/.test(key)) ?? ''

const shapeCode = ({keyword, params, parentSchema}: ErrorObject): string => {
  if (keyword === 'format' && params.format === 'date') return 'config.date'
  if (keyword !== 'type') return ownTexts[keyword] ?? 'config.shape'
  if (isText(parentSchema)) return 'config.shape.text'
  return ownTypes.includes(String(params.type)) ? `config.shape.${params.type}` : 'config.shape'
}

const ownTypes = ['array', 'object', 'string']

/** What is said in three languages. */
const isText = (schema: ErrorObject['parentSchema']): boolean => String(schema?.required) === 'nb,nn,en'

/** The keys of which each alternative demands its own. */
const alternatives = ({schema}: ErrorObject): string =>
  (schema as {required?: string[]}[]).flatMap(({required = []}) => required).join(', ')

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')
