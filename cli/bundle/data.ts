import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {globSync} from 'tinyglobby'
import type {Rolldown} from 'vite'
import type {Plugin} from 'vitest/config'
import {parse} from 'yaml'
import type {LexiconEntry} from '../../src/engine/types.ts'
import {compileLexicon} from '../../src/language/search/compile.ts'
import {commonWords} from '../../src/language/search/keys.ts'
import {compilePhrases, type IndexData} from '../../src/language/search/phrases.ts'
import {escaped} from './escaped.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readYaml = (name: string): unknown => parse(readFileSync(path.join(root, name), 'utf8'))

/**
 * YAML files (rules, vocabularies, message catalogues) become modules that hold their data. With `?lazy` they leave out
 * what is only read by people and tests (examples, notes and where a fact comes from), and give a function that reads
 * the data. With `?rule` they do so too, but only what a rule says when it finds something waits to be read. With
 * `?phrases` each list of expressions becomes a function
 * that gives what a search for them needs (see `src/language/search/phrase-finder.ts`).
 */
export const yamlData = (): Plugin => ({
  name: 'yaml-data',
  transform(_code, id) {
    const [file, query] = id.split('?')
    if (!file?.endsWith('.yml') || query === 'raw') return
    const name = path.relative(root, file).replace(/\.yml$/, '')
    const data = readYaml(`${name}.yml`)
    if (query === 'phrases') return moduleOf([`export default ${phraseLists(this, name, data)}`])
    if (query === 'rule') return moduleOf([`export default ${ruleParts(this, name, data)}`])
    if (query === 'lazy') return moduleOf([`export default ${reader(this, name, runData(data))}`])
    return moduleOf([`export default ${inline(JSON.stringify(data))}`])
  },
})

/**
 * `virtual:expressions` holds the expressions of the rules, the context and the roles with the words by which they are
 * found, so that none need be parsed when the program starts.
 */
export const expressions = (): Plugin => ({
  name: 'expressions',
  resolveId: (id) => (id === 'virtual:expressions' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:expressions') return
    const lexicons = globSync('rules/*/**/*.lexicon.yml', {cwd: root})
      .map((file) => ({
        id: file.replace(/^rules\/|\.lexicon\.yml$/g, ''),
        entries: readYaml(file) as LexiconEntry[],
      }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const parts = {
      compiledLexicon: compileLexicon(
        lexicons.flatMap(({entries}) => entries),
        common,
      ),
      compiledRoles: compileAll(textsIn(readYaml('src/language/roles.yml'), ['cues'])),
      compiledSigns: compileAll(textsIn(readYaml('src/language/context.yml'), contextLists)),
    }
    const counts = Object.fromEntries(lexicons.map(({id, entries}) => [id, entries.length]))
    return moduleOf([
      ...Object.entries(parts).map(
        ([name, data]) => `export const ${name} = ${reader(this, name, JSON.stringify(data))}`,
      ),
      `export const entryCounts = ${JSON.stringify(counts)}`,
    ])
  },
})

const moduleOf = (lines: readonly string[]) => ({
  code: [`import {readFileSync} from 'node:fs'`, ...lines].join('\n'),
  map: null,
  moduleType: 'js' as const,
})

const inline = (json: string): string => `JSON.parse(${JSON.stringify(json)})`

interface Environment {
  mode: string
  config: {mode: string}
}

/**
 * A function that reads data. A bundle reads it from a file of its own: in the code it would be compiled, kept
 * and loaded with all the rest at every start. The file is in Latin-1, which is read in a third of the time.
 * The action is one file, and starts once.
 */
const reader = (
  {environment, emitFile}: Rolldown.PluginContext & {environment: Environment},
  name: string,
  json: string,
): string => {
  if (environment.mode !== 'build' || environment.config.mode === 'action') return `() => ${inline(json)}`
  const fileName = `data/${name.replaceAll(/[^\w.]+/g, '-')}.json`
  emitFile({type: 'asset', fileName, source: Buffer.from(json.replaceAll(/[^\0-\xff]/g, escaped), 'latin1')})
  return `() => JSON.parse(readFileSync(__dirname + '/${fileName}', 'latin1'))`
}

const common = commonWords(readYaml('src/language/search/common-words.yml') as string)

const compileAll = (patterns: readonly string[]): IndexData =>
  compilePhrases(
    patterns.map((pattern) => ({pattern})),
    common,
  )

const phraseLists = (context: Parameters<typeof reader>[0], name: string, lists: unknown): string => {
  const members = Object.entries(lists as Record<string, string[]>).map(
    ([list, patterns]) =>
      `${JSON.stringify(list)}: ${reader(context, `${name}.${list}`, JSON.stringify(compileAll(patterns)))}`,
  )
  return `{${members.join(', ')}}`
}

const ruleParts = (context: Parameters<typeof reader>[0], name: string, rule: unknown): string => {
  const {title, why, mend, messages, ...core} = rule as Record<string, unknown>
  const texts = reader(context, name, JSON.stringify({title, why, mend, messages}))
  return `{core: ${inline(runData(core))}, texts: ${texts}}`
}

/** The lists of the context; src/language/context.ts has them in the order of the file as well. */
const contextLists = [
  ...['expressions', 'except', 'before', 'after', 'regardless', 'clauseEnds', 'regardlessEnds'],
  ...['others', 'ours', 'seeking'],
]

/** The texts in the lists of a data file that have one of some names. */
const textsIn = (data: unknown, names: readonly string[], name = ''): string[] => {
  if (Array.isArray(data)) return data.flatMap((item) => textsIn(item, names, name))
  if (typeof data === 'string') return names.includes(name) ? [data] : []
  return Object.entries(data ?? {}).flatMap(([key, value]) => textsIn(value, names, key))
}

const documentation = ['examples', 'bad', 'ok', 'note', 'src']

const runData = (data: unknown): string =>
  JSON.stringify(data, (key, value: unknown) => (documentation.includes(key) ? undefined : value))
