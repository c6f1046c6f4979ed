import {chmodSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import Ajv2020, {type AnySchema} from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import {globSync} from 'tinyglobby'
import {defineConfig, type Plugin} from 'vitest/config'
import {parse} from 'yaml'
import {commonWords, keysOf, packKeys} from './src/language/keys.ts'
import {isPlainWord} from './src/language/pattern.ts'
import {explicitLetters} from './src/vocabulary/letters.ts'

/**
 * YAML files (rules, vocabularies, message catalogues) become modules that hold their data. With `?run`
 * they leave out what is only read by people and tests: examples, notes and where a fact comes from.
 */
const yamlData = (): Plugin => ({
  name: 'yaml-data',
  transform(_code, id) {
    const [file, query] = id.split('?')
    if (!file?.endsWith('.yml') || query === 'keys') return
    const data = parse(readFileSync(file, 'utf8'))
    const json = JSON.stringify(data, query === 'run' ? withoutDocumentation : undefined)
    return {code: `export default JSON.parse(${JSON.stringify(json)})`, map: null, moduleType: 'js'}
  },
})

/**
 * `import keys from './common-words.yml?keys'` gives the words by which each expression of the rules, the context and
 * the roles is found, so that none need be parsed when the program starts.
 */
const expressionKeys = (): Plugin => ({
  name: 'expression-keys',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.yml?keys')) return
    const common = commonWords(parse(readFileSync(id.replace(/\?keys$/, ''), 'utf8')) as string)
    const language = path.dirname(id)
    const lexicons = globSync('*/*.lexicon.yml', {cwd: path.join(language, '../../rules'), absolute: true})
    const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))
    const texts = [
      ...lexicons.flatMap((file) => textsIn(read(file), ['nb', 'nn', 'en'])),
      ...textsIn(read(path.join(language, 'roles.yml')), ['cues']),
      ...textsIn(read(path.join(language, 'context.yml')), contextLists),
    ]
    const patterns = [...new Set(texts)].filter((text) => !isPlainWord(text))
    const keys = patterns.map((pattern) => [pattern, packKeys(keysOf(pattern, common))])
    const json = JSON.stringify(Object.fromEntries(keys))
    return {code: `export default JSON.parse(${JSON.stringify(json)})`, map: null, moduleType: 'js'}
  },
})

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
 * Two bundles. The program is CommonJS, since only that can be started from compiled code on Node.js 20
 * (see `cli/utlys.ts`); the launcher and the screens, which need top-level await, are modules.
 */
const bundles = {
  program: {
    input: {program: 'cli/program.ts'},
    output: {format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs'},
  },
  screens: {
    input: {utlys: 'cli/utlys.ts'},
    output: {format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js'},
  },
} as const

export default defineConfig(({mode}) => {
  const {input, output} = mode === 'screens' ? bundles.screens : bundles.program
  return {
    plugins: [expressionKeys(), yamlData(), schemaValidator(), explicitLettersInCode(), executable()],
    define: {'process.env.NODE_ENV': JSON.stringify('production')},
    resolve: {
      alias: {'react-devtools-core': new URL('./cli/screens/no-devtools.ts', import.meta.url).pathname},
    },
    ssr: {noExternal: true, target: 'node'},
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: mode !== 'screens',
      minify: 'oxc',
      rollupOptions: {input, output},
    },
    test: {include: ['test/**/*.test.{ts,tsx}'], globalSetup: 'test/build.ts', testTimeout: 30_000},
  }
})
