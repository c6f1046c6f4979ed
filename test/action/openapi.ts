import {Ajv, type ValidateFunction} from 'ajv'
import addFormats from 'ajv-formats'

/** An operation of GitHub's API, as `openapi/extract.mjs` took it out of the published description. */
interface Operation {
  operationId: string
  method: string
  path: string
  parameters: {name: string; in: string; required: boolean; schema: object}[]
  requestBody?: {properties: Record<string, object>}
  responses: Record<string, object | null>
}

export interface Call {
  operationId: string
  /** Values of the path and the query. */
  parameters: Readonly<Record<string, string>>
  body: unknown
}

const operations = Object.values(
  import.meta.glob<Operation>('./openapi/*.json', {eager: true, import: 'default'}),
)
const ajv = new Ajv({strict: false, allErrors: true, coerceTypes: false})
addFormats(ajv)
const compiled = new Map<object, ValidateFunction>()

const flawsOf = (schema: object, value: unknown, what: string): string[] => {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors)}`]
}

/** Finds the operation of a request; `flaws` are what GitHub's description does not allow of it. */
export const readCall = (
  method: string,
  url: URL,
  body: unknown,
): {call: Call; flaws: string[]} | undefined => {
  for (const operation of operations) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`)
    const found = operation.method === method ? pattern.exec(url.pathname) : null
    if (!found) continue
    const inPath = names.map((name, i) => [name, decodeURIComponent(found[i + 1]!)])
    const parameters = Object.fromEntries([...inPath, ...url.searchParams])
    const call = {operationId: operation.operationId, parameters, body}
    return {call, flaws: [...parameterFlaws(operation, parameters), ...bodyFlaws(operation, body)]}
  }
  return undefined
}

const parameterFlaws = (
  {operationId, parameters}: Operation,
  given: Readonly<Record<string, string>>,
): string[] => {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  return [
    ...Object.entries(given).flatMap(([name, value]) => {
      const schema = known.get(name)?.schema
      if (!schema) return [`${operationId}: no parameter ${name}`]
      const isNumber = 'type' in schema && schema.type === 'integer'
      return flawsOf(schema, isNumber ? Number(value) : value, `${operationId} ${name}`)
    }),
    ...parameters
      .filter(({name, required}) => required && given[name] === undefined)
      .map(({name}) => `${operationId}: ${name} is missing`),
  ]
}

/** Also what GitHub would pass over without a word. */
const bodyFlaws = ({operationId, requestBody}: Operation, body: unknown): string[] => {
  if (!requestBody) return body === undefined ? [] : [`${operationId} takes no body`]
  const unknown = Object.keys(body as object).filter((key) => !(key in requestBody.properties))
  return [
    ...flawsOf(requestBody, body, `${operationId} body`),
    ...unknown.map((key) => `${operationId}: nothing is called ${key} in the body`),
  ]
}

/** The description says that these are numbers; they are `null` when the lines have been changed since. */
const lines = ['line', 'start_line', 'start_side']

const withoutNullLines = (body: unknown): unknown =>
  body === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(body, (key, value) => (lines.includes(key) && value === null ? undefined : value)),
      )

/** What is wrong with an answer that the stand-in gives. */
export const answerFlaws = (operationId: string, status: number, body: unknown): string[] => {
  const schema = operations.find((one) => one.operationId === operationId)?.responses[status]
  return schema ? flawsOf(schema, withoutNullLines(body), `${operationId} ${status}`) : []
}
