import {readFile} from 'node:fs/promises'
import picomatch from 'picomatch'
import {type ParsedNode, parseDocument} from 'yaml'
import {createLocator} from '../posting/place.ts'
import {problemsOf} from './problems.ts'
import {type Config, ConfigError, type ConfigProblem, type LoadedConfig} from './types.ts'

/**
 * Reads and validates a configuration.
 *
 * @throws ConfigError that names every problem with its line and column
 */
export const readConfig = async (path: string): Promise<LoadedConfig> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigError(path, [{code: 'config.unreadable', data: {}, line: 1, column: 1}])
  })
  const matches: LoadedConfig['matches'] = (pattern, file) => picomatch.isMatch(file, pattern as string[])
  return {path, config: parseConfig(path, text), matches}
}

/** @throws ConfigError */
export const parseConfig = (path: string, text: string): Config => {
  const document = parseDocument(text, {schema: 'core', customTags: [], prettyErrors: false})
  const locate = createLocator(text)
  const at = (offset: number): Pick<ConfigProblem, 'line' | 'column'> => {
    const {line, column} = locate(offset, offset).start
    return {line, column}
  }
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    code: 'config.yaml',
    data: {reason: error.message},
    ...at(error.pos[0]),
  }))
  if (syntax.length > 0) throw new ConfigError(path, syntax)
  const config = toData(path, () => document.toJS({maxAliasCount: 20}))
  const problems = problemsOf(config).map(({code, data, keys, ofKey}) => {
    const node = nodeAt(document.contents, keys, ofKey)
    return {code, data, ...at(node?.range?.[0] ?? 0)}
  })
  if (problems.length > 0) {
    throw new ConfigError(
      path,
      problems.toSorted((one, other) => one.line - other.line),
    )
  }
  return (config ?? {}) as Config
}

const toData = (path: string, read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    throw new ConfigError(path, [{code: 'config.aliases', data: {}, line: 1, column: 1}])
  }
}

/** The node of a key path, or of the last key itself. */
const nodeAt = (
  root: ParsedNode | null,
  keys: readonly string[],
  ofKey: boolean,
): ParsedNode | null | undefined => {
  let node: ParsedNode | null | undefined = root
  for (const [i, key] of keys.entries()) {
    if (!node || !('items' in node)) return node
    const items = node.items as {key?: ParsedNode; value?: ParsedNode}[]
    const pair = items.find((item) => item.key && String(item.key) === key)
    if (pair && ofKey && i === keys.length - 1) return pair.key
    node = pair ? (pair.value ?? pair.key) : (items[Number(key)] as ParsedNode | undefined)
  }
  return node
}
