/**
 * `npm run mutation`: changes the code of src/engine and src/fields bit by bit and counts the changes that the tests in
 * test/engine and test/fields notice. `npm run mutation -- engine` or `… -- fields src/fields/frist.ts` does a part.
 */
import {Stryker} from '@stryker-mutator/core'

const folders = ['engine', 'fields']
const [only, ...files] = process.argv.slice(2)

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
const options = (folder) => ({
  mutate: files.length > 0 ? files : [`src/${folder}/**/*.ts`, '!src/**/types.ts'],
  testRunner: 'vitest',
  vitest: {configFile: 'test/mutation/vitest.config.ts', dir: `test/${folder}`, related: false},
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/ignore-globs.mjs'],
  ignorers: ['globs'],
  // What is made when a module is loaded, such as an expression compiled from data, would cost all tests each time.
  ignoreStatic: true,
  concurrency: Number(process.env.UTLYS_MUTATION_PROCESSES ?? 1),
  timeoutMS: 3000,
  // Stryker would rewrite it with functions that TypeScript 7 no longer has.
  tsconfigFile: 'none',
  ignorePatterns: ['coverage', 'dist', '.github', '*.md'],
  tempDirName: `coverage/mutation/${folder}`,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
    reportTests: false,
    reportMutants: files.length > 0,
  },
  htmlReporter: {fileName: `coverage/mutation/${folder}.html`},
  jsonReporter: {fileName: `coverage/mutation/${folder}.json`},
})

const summary = (folder, results) => {
  const count = (...statuses) => results.filter(({status}) => statuses.includes(status)).length
  const [killed, timeout] = [count('Killed'), count('Timeout')]
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')]
  const total = killed + timeout + survived + uncovered
  const score = ((100 * (killed + timeout)) / total).toFixed(1)
  return `src/${folder}: ${score} % of ${total} (killed ${killed}, timeout ${timeout}, survived ${survived}, without a test ${uncovered}; made at load and left out ${count('Ignored')})`
}

const lines = []
for (const folder of only ? [only] : folders) {
  lines.push(summary(folder, await new Stryker(options(folder)).runMutationTest()))
}
console.log(lines.join('\n'))
