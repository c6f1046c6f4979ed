/**
 * `npm run mutation`: changes the code of src/engine and src/fields bit by bit and counts the changes that the tests in
 * test/engine and test/fields notice. `npm run mutation -- engine` or `… -- fields src/fields/frist.ts` does a part, and
 * lists what was not noticed in the files that are named. The pages in coverage/mutation/ show it all.
 */
import {Stryker} from '@stryker-mutator/core'

const folders = ['engine', 'fields']
const [only, ...files] = process.argv.slice(2)

/** These keep what they make, such as a compiled expression. Each change of them is tried in a thread of its own. */
const keeping = [
  'src/engine/{expressions,profile,rules}.ts',
  'src/engine/kinds/*.ts',
  'src/fields/grammar/expressions.ts',
]

const others = (folder) => [`src/${folder}/**/*.ts`, '!src/**/types.ts', ...keeping.map((file) => `!${file}`)]
const keepingIn = (folder) => keeping.filter((file) => file.startsWith(`src/${folder}/`))

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
const options = (folder, name, mutate) => ({
  mutate,
  testRunner: 'vitest',
  vitest: {configFile: 'test/mutation/vitest.config.ts', dir: `test/${folder}`, related: false},
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/ignore-globs.mjs'],
  ignorers: ['globs'],
  // What is made when a module is loaded, such as a list of words, would cost all tests each time.
  ignoreStatic: true,
  concurrency: Number(process.env.UTLYS_MUTATION_PROCESSES ?? 1),
  timeoutMS: 3000,
  // Stryker would rewrite it with functions that TypeScript 7 no longer has.
  tsconfigFile: 'none',
  ignorePatterns: ['coverage', 'dist', '.github', '*.md'],
  tempDirName: `coverage/mutation/${name}`,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
    reportTests: false,
    reportMutants: files.length > 0,
  },
  htmlReporter: {fileName: `coverage/mutation/${name}.html`},
  jsonReporter: {fileName: `coverage/mutation/${name}.json`},
})

const run = (folder, name, mutate, isAlone) => {
  process.env.UTLYS_MUTATION_ALONE = isAlone ? '1' : ''
  return new Stryker(options(folder, name, mutate)).runMutationTest()
}

const runFolder = async (folder) => [
  ...(await run(folder, folder, others(folder), false)),
  ...(await run(folder, `${folder}-keeping`, keepingIn(folder), true)),
]

const summary = (folder, results) => {
  const count = (...statuses) => results.filter(({status}) => statuses.includes(status)).length
  const noticed = count('Killed', 'Timeout')
  const total = noticed + count('Survived', 'NoCoverage')
  const parts = [
    `${count('Killed')} killed`,
    `${count('Timeout')} timed out`,
    `${count('Survived')} survived`,
    `${count('NoCoverage')} without a test`,
    `${count('Ignored')} made at load and left out`,
  ]
  return `${folder}: ${((100 * noticed) / total).toFixed(1)} % of ${total} (${parts.join(', ')})`
}

const lines = []
for (const folder of only ? [only] : folders) {
  const results = files.length > 0 ? await run(folder, 'part', files, true) : await runFolder(folder)
  lines.push(summary(files.length > 0 ? files.join(', ') : `src/${folder}`, results))
}
console.log(lines.join('\n'))
