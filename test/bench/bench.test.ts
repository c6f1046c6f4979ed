import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const bench = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(folder, 'bench.mjs'), ...words], {encoding: 'utf8'})

test('the help names every figure', () => {
  const {stdout, status} = bench('--help')
  expect(status).toBe(0)
  for (const file of readdirSync(path.join(folder, 'figures')))
    expect(stdout).toContain(`\n  ${path.parse(file).name} `)
})

test.each([
  [['starts'], 'bench: there is no figure starts; there are start, many'],
  [['start', '--rounds', 'many'], 'bench: --rounds many is not a number'],
  [['start', '--round', '3'], "bench: Unknown option '--round'"],
])('%j is refused', (words, message) => {
  const {stderr, status} = bench(...words)
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})
