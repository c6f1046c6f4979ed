// node extract.mjs DESCRIPTION: writes what the tests need of GitHub's OpenAPI description, one file for each operation.
// DESCRIPTION is generated/api.github.com.deref.json of the npm package @octokit/openapi (`npm pack @octokit/openapi`).
import {readFileSync, writeFileSync} from 'node:fs'

const pull = '/repos/{owner}/{repo}/pulls/{pull_number}'
const comment = '/repos/{owner}/{repo}/pulls/comments/{comment_id}'
const operations = [
  ['get', pull],
  ['get', `${pull}/files`],
  ['get', `${pull}/comments`],
  ['get', `${pull}/reviews`],
  ['post', `${pull}/reviews`],
  ['put', `${pull}/reviews/{review_id}`],
  ['patch', comment],
  ['delete', comment],
]
/** Of a pull request and of a person only what is used, since the whole is 34 000 characters. */
const used = {
  'pulls/get': ['number', 'state', 'html_url', 'head', 'base'],
  head: ['ref', 'sha'],
  base: ['ref', 'sha'],
  user: ['id', 'login', 'type'],
}

const words = ['description', 'title', 'example', 'examples', 'externalDocs', 'deprecated']

/** JSON Schema draft 7 from that of OpenAPI 3.0, without what is for people. */
const schemaFrom = (schema, name) => {
  const {nullable, properties, required, items, ...rest} = schema
  const kept = used[name]
  const of = properties && Object.entries(properties).filter(([key]) => !kept || kept.includes(key))
  const parts = {
    ...Object.fromEntries(
      Object.entries(rest).filter(([key]) => !words.includes(key) && !key.startsWith('x-')),
    ),
    ...(of && {properties: Object.fromEntries(of.map(([key, one]) => [key, schemaFrom(one, key)]))}),
    ...(required && {required: required.filter((key) => !kept || kept.includes(key))}),
    ...(items && {items: schemaFrom(items, '')}),
  }
  for (const key of ['allOf', 'anyOf', 'oneOf'])
    if (parts[key]) parts[key] = parts[key].map((one) => schemaFrom(one, name))
  return nullable ? {anyOf: [parts, {type: 'null'}]} : parts
}

const jsonOf = ({content}, name) => content && schemaFrom(content['application/json'].schema, name)

const {info, paths} = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const [method, path] of operations) {
  const {operationId, parameters, requestBody, responses} = paths[path][method]
  const operation = {
    source: `${info.title} (@octokit/openapi ${info.version})`,
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(({name, in: place, required = false, schema}) => ({
      name,
      in: place,
      required,
      schema: schemaFrom(schema, ''),
    })),
    requestBody: requestBody && jsonOf(requestBody, ''),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, one]) => [
        status,
        jsonOf(one, status === '200' ? operationId : '') ?? null,
      ]),
    ),
  }
  const file = new URL(`${operationId.replace('/', '-')}.json`, import.meta.url)
  writeFileSync(file, `${JSON.stringify(operation, null, 1)}\n`)
}
