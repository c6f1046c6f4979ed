import {chmodSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import Ajv2020, {type AnySchema} from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import type {Rolldown} from 'vite'
import {defineConfig, type Plugin} from 'vitest/config'
import {buildId} from './cli/bundle/build-id.ts'
import {expressions, yamlData} from './cli/bundle/data.ts'
import {escaped} from './cli/bundle/escaped.ts'
import {ink} from './cli/bundle/ink.ts'
import {notices} from './cli/bundle/notices.ts'
import {explicitLetters} from './src/vocabulary/letters.ts'

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

/** Code in ASCII, which the launcher reads four times as fast as UTF-8 and V8 keeps in half the space. */
const ascii = (): Plugin => ({
  name: 'ascii',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type === 'chunk') file.code = file.code.replaceAll(/[^\0-\x7f]/g, escaped)
    }
  },
})

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

/** The command line: chunks that are loaded by those who need them. */
const commandLine: Rolldown.RolldownOptions = {
  input: {
    utlys: 'cli/utlys.ts',
    program: 'cli/program.ts',
    'check-thread': 'cli/review/check-thread.ts',
    'crew-thread': 'cli/check/crew-thread.ts',
    staged: 'cli/staged/quick.ts',
  },
  output: {format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js'},
}

/** The GitHub Action: one file. Of the toolkit and of what it is made of, only what is used comes along. */
const action: Rolldown.RolldownOptions = {
  input: {index: 'cli/action/main.ts'},
  output: {format: 'cjs', entryFileNames: '[name].js', codeSplitting: false},
  treeshake: {moduleSideEffects: [{test: /node_modules\/(?:@actions|undici|tunnel)\//, sideEffects: false}]},
}

export default defineConfig(({mode}) => ({
  plugins: [
    ...[expressions(), yamlData(), schemaValidator(), explicitLettersInCode()],
    ...[ink(), buildId(), commonJs(), ascii(), executable(), notices()],
  ],
  define: {'process.env.NODE_ENV': JSON.stringify('production')},
  ssr: {noExternal: true, target: 'node'},
  build: {
    ssr: true,
    ssrEmitAssets: true,
    target: 'node20',
    outDir: mode === 'action' ? 'dist/action' : 'dist',
    minify: 'oxc',
    rollupOptions: mode === 'action' ? action : commandLine,
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    css: true,
    globalSetup: 'test/build.ts',
    setupFiles: 'test/seed.ts',
    testTimeout: 120_000,
    maxWorkers: '100%',
    coverage: {
      include: ['{src,cli}/**/*.{ts,tsx}'],
      reporter: 'text-summary',
      reportsDirectory: 'coverage/tests',
      thresholds: {lines: 75},
    },
  },
}))
