import {type ParsedNode, parseDocument, type YAMLError} from 'yaml'
import {createLocator} from '../posting/place.ts'
import {ConfigError, type ConfigPlace, type ConfigProblem} from './types.ts'

/** What is wrong with the data of a file, and where: the path of keys to it. `code` is a key of the message catalogue. */
export interface DataProblem {
  code: string
  data: Record<string, string>
  keys: string[]
  /** The key itself is wrong and not its value. */
  ofKey: boolean
}

/** A YAML file: its data, and where in it a problem is. */
export interface YamlFile {
  data: unknown
  /** Where the value of a key path stands, or the last key itself. */
  placeOf(keys: readonly string[], ofKey?: boolean): ConfigPlace
  /** Problems with their places, in the order of the file. */
  place(problems: readonly DataProblem[]): ConfigProblem[]
  /** @throws ConfigError with all problems in their order, when there are any */
  refuse(problems: readonly DataProblem[]): void
}

const mostAliases = 20

/**
 * Reads YAML without tags and with few aliases: a file from a stranger can neither run code nor fill the memory.
 *
 * @throws ConfigError that names every problem with its line and column
 */
export const readYaml = (path: string, text: string): YamlFile => {
  const document = parseDocument(text, {schema: 'core', customTags: [], prettyErrors: false})
  const locate = createLocator(text)
  const at = (offset: number): ConfigPlace => {
    const {line, column} = locate(offset, offset).start
    return {path, line, column}
  }
  const [syntax] = [...document.errors, ...document.warnings]
  if (syntax) throw new ConfigError([{...syntaxProblem(syntax), ...at(syntax.pos[0])}])
  const placeOf: YamlFile['placeOf'] = (keys, ofKey = false) =>
    at(nodeAt(document.contents, keys, ofKey)?.range?.[0] ?? 0)
  const place: YamlFile['place'] = (problems) =>
    unique(problems.map(({code, data, keys, ofKey}) => ({code, data, ...placeOf(keys, ofKey)}))).toSorted(
      (one, other) => one.line - other.line,
    )
  return {
    data: toData(path, () => document.toJS({maxAliasCount: mostAliases})),
    placeOf,
    place,
    refuse(problems) {
      if (problems.length > 0) throw new ConfigError(place(problems))
    },
  }
}

/** The commonest mistakes are told in words of our own. */
const ownSyntaxTexts = [
  ...['TAB_AS_INDENT', 'BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'UNEXPECTED_TOKEN'],
  ...[
    'MISSING_CHAR',
    'BAD_SCALAR_START',
    'BAD_DQ_ESCAPE',
    'DUPLICATE_KEY',
    'MULTIPLE_DOCS',
    'TAG_RESOLVE_FAILED',
  ],
]

/** The first mistake of a file; those after it may come of it. */
const syntaxProblem = ({code, message}: YAMLError): Pick<ConfigProblem, 'code' | 'data'> =>
  ownSyntaxTexts.includes(code)
    ? {code: `config.yaml.${code}`, data: {}}
    : {code: 'config.yaml', data: {reason: message}}

const unique = (problems: readonly ConfigProblem[]): ConfigProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

const toData = (path: string, read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    throw new ConfigError([{path, code: 'config.aliases', data: {}, line: 1, column: 1}])
  }
}

/** The node of a key path, or of the last key itself; where the path is not in the file, as far as it goes. */
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
    const inner: ParsedNode | undefined = pair
      ? (pair.value ?? pair.key)
      : (items[Number(key)] as ParsedNode | undefined)
    if (!inner) return node
    node = inner
  }
  return node
}
