import {chmodSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import Ajv2020, {type AnySchema} from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import {globSync} from 'tinyglobby'
import {defineConfig, type Plugin} from 'vitest/config'
import {parse} from 'yaml'
import {inkWithoutAwait} from './build/ink.ts'
import type {LexiconEntry} from './src/engine/types.ts'
import {compileLexicon} from './src/language/search/compile.ts'
import {commonWords} from './src/language/search/keys.ts'
import {compilePhrases, type IndexData} from './src/language/search/phrases.ts'
import {explicitLetters} from './src/vocabulary/letters.ts'

/**
 * YAML files (rules, vocabularies, message catalogues) become modules that hold their data. With `?run`
 * they leave out what is only read by people and tests: examples, notes and where a fact comes from. With `?lazy`
 * they do so too, and give a function that reads the data. With `?phrases` each list of expressions becomes a function
 * that gives what a search for them needs (see `src/language/search/phrase-finder.ts`).
 */
const yamlData = (): Plugin => ({
  name: 'yaml-data',
  transform(_code, id) {
    const [file, query] = id.split('?')
    if (!file?.endsWith('.yml') || query === 'raw') return
    const data = parse(readFileSync(file, 'utf8'))
    if (query === 'phrases') return {code: phraseLists(data), map: null, moduleType: 'js'}
    const json = JSON.stringify(data, query ? withoutDocumentation : undefined)
    const value = `${query === 'lazy' ? '() => ' : ''}JSON.parse(${JSON.stringify(json)})`
    return {code: `export default ${value}`, map: null, moduleType: 'js'}
  },
})

const language = new URL('./src/language/', import.meta.url)
const readYaml = (name: string): unknown => parse(readFileSync(new URL(name, language), 'utf8'))

const common = commonWords(readYaml('search/common-words.yml') as string)

const compileAll = (patterns: readonly string[]): IndexData =>
  compilePhrases(
    patterns.map((pattern) => ({pattern})),
    common,
  )

const phraseLists = (lists: Readonly<Record<string, readonly string[]>>): string => {
  const members = Object.entries(lists).map(
    ([name, patterns]) => `${JSON.stringify(name)}: ${lazyJson(compileAll(patterns))}`,
  )
  return `export default {${members.join(', ')}}`
}

/**
 * `virtual:expressions` holds the expressions of the rules, the context and the roles with the words by which they are
 * found, so that none need be parsed when the program starts.
 */
const expressions = (): Plugin => ({
  name: 'expressions',
  resolveId: (id) => (id === 'virtual:expressions' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:expressions') return
    const lexicons = globSync('../../rules/*/**/*.lexicon.yml', {cwd: fileURLToPath(language)})
      .map((file) => ({
        id: file.replace(/^.*rules\/|\.lexicon\.yml$/g, ''),
        entries: readYaml(file) as LexiconEntry[],
      }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const parts = {
      compiledLexicon: compileLexicon(
        lexicons.flatMap(({entries}) => entries),
        common,
      ),
      compiledRoles: compileAll(textsIn(readYaml('roles.yml'), ['cues'])),
      compiledSigns: compileAll(textsIn(readYaml('context.yml'), contextLists)),
    }
    const counts = Object.fromEntries(lexicons.map(({id, entries}) => [id, entries.length]))
    const code = Object.entries(parts).map(([name, data]) => `export const ${name} = ${lazyJson(data)}`)
    code.push(`export const entryCounts = ${JSON.stringify(counts)}`)
    return {code: code.join('\n'), map: null, moduleType: 'js'}
  },
})

const lazyJson = (data: unknown): string => `() => JSON.parse(${JSON.stringify(JSON.stringify(data))})`

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

const withoutDocumentation = (key: string, value: unknown): unknown =>
  documentation.includes(key) ? undefined : value

/**
 * `import validate from './x.schema.json?validator'` gives ajv's compiled validator of that schema,
 * so that no schema is compiled while a person waits.
 */
const schemaValidator = (): Plugin => ({
  name: 'schema-validator',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.schema.json?validator')) return
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      strict: false,
      discriminator: true,
      code: {source: true, esm: true},
    })
    addFormats(ajv, ['date', 'email', 'uri'])
    const schema = JSON.parse(readFileSync(id.replace(/\?validator$/, ''), 'utf8')) as AnySchema
    return {code: importsForRequires(standaloneCode(ajv, ajv.compile(schema))), map: null, moduleType: 'js'}
  },
})

/** npm makes a command executable when it links it, and not again after a build. */
const executable = (): Plugin => ({
  name: 'executable',
  writeBundle({dir}, files) {
    if (dir && 'utlys.js' in files) chmodSync(path.join(dir, 'utlys.js'), 0o755)
  },
})

/** Expressions in our code get explicit letters, as those in our data do when they are compiled. */
const explicitLettersInCode = (): Plugin => ({
  name: 'explicit-letters',
  enforce: 'post',
  transform(code, id) {
    if (!/\/(?:src|rules|cli)\/.*\.tsx?$/.test(id) || !code.includes('\\p{')) return
    const literals = regexLiterals(this.parse(code))
    const parts = literals.map(({start, end}, i) => {
      const before = code.slice(literals[i - 1]?.end ?? 0, start)
      return before + explicitLetters(code.slice(start, end))
    })
    return {code: [...parts, code.slice(literals.at(-1)?.end ?? 0)].join(''), map: null}
  },
})

interface Range {
  start: number
  end: number
}

/** Where the regular expressions of a syntax tree stand, from first to last. */
const regexLiterals = (node: unknown): Range[] => {
  if (Array.isArray(node)) return node.flatMap(regexLiterals)
  if (typeof node !== 'object' || node === null) return []
  return 'regex' in node && node.regex
    ? [node as unknown as Range]
    : Object.values(node).flatMap(regexLiterals)
}

/** ajv writes `require` for its runtime helpers even when asked for ESM (ajv issue 2209). */
const importsForRequires = (code: string): string => {
  const imports: string[] = []
  const body = code.replace(/require\("([^"]+)"\)/g, (_match, name: string) => {
    const local = `required${imports.length}`
    imports.push(`import * as ${local} from ${JSON.stringify(createRequire(import.meta.url).resolve(name))}`)
    return `(${local}.default?.default ? ${local}.default : ${local})`
  })
  return [...imports, body].join('\n')
}

/**
 * All is CommonJS, since only that can be started from compiled code on Node.js 20 (see `cli/utlys.ts`),
 * and since Node.js starts it sooner than a module.
 */
const commonJs = (): Plugin => ({
  name: 'common-js',
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'package.json', source: '{"type": "commonjs"}\n'})
  },
})

export default defineConfig({
  plugins: [
    ...[expressions(), yamlData(), schemaValidator(), explicitLettersInCode()],
    ...[inkWithoutAwait(), commonJs(), executable()],
  ],
  define: {'process.env.NODE_ENV': JSON.stringify('production')},
  ssr: {noExternal: true, target: 'node'},
  build: {
    ssr: true,
    ssrEmitAssets: true,
    target: 'node20',
    outDir: 'dist',
    minify: 'oxc',
    rollupOptions: {
      input: {utlys: 'cli/utlys.ts', program: 'cli/program.ts'},
      output: {format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js'},
    },
  },
  test: {include: ['test/**/*.test.{ts,tsx}'], globalSetup: 'test/build.ts', testTimeout: 30_000},
})
