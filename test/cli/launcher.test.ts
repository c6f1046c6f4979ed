import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'

/** The bundle as the build leaves it: with compiled code beside it. */
describe('the command', () => {
  const plain = inject('bundle')
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-compiled-'))
  const compiled = path.join(folder, 'utlys.js')

  const run = (command: string, ...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [command, ...args], {encoding: 'utf8'})
    return {status, stdout, stderr}
  }

  beforeAll(() => {
    cpSync(path.dirname(plain), folder, {recursive: true})
    expect(run(compiled, '--keep-compiled')).toEqual({status: 0, stdout: '', stderr: ''})
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  it.skipIf(process.platform === 'win32')('is executable', () => {
    expect(statSync(plain).mode & 0o111).toBe(0o111)
  })

  it('runs on with an expression that was run before it started', () => {
    const early = path.join(folder, 'early.cjs')
    const search = "for (let i = 0; i < 1e5; i++) expression.exec('x'.repeat(i % 50) + 'aabc' + i + 'd')"
    writeFileSync(
      early,
      `const expression = /(a+)(b|c)*d/\nexpression.exec('aabcd')\nprocess.on('exit', () => { ${search} })`,
    )
    const {status, signal} = spawnSync(process.execPath, ['--require', early, plain, '--version'])
    expect({status, signal}).toEqual({status: 0, signal: null})
  })

  it.each(['program', 'print-report', 'markdown'])(
    'keeps compiled code for this version of Node.js: %s',
    (part) => {
      expect(readdirSync(folder)).toContain(`${part}-${process.version}.compiled`)
    },
  )

  it.each([
    ['text', ['check', 'test/annonser', '--format', 'text', '--today', '2026-11-21']],
    ['terminal', ['check', 'test/annonser', '--format', 'terminal', '--today', '2026-11-21']],
    ['json', ['check', 'test/annonser', '--format', 'json', '--today', '2026-11-21']],
    ['rules', ['rules']],
    ['explain', ['explain', 'test/annonser/uteseksjonen.txt', 'lov/aremal']],
    ['help', ['--help']],
    ['a wrong option', ['check', '--nei']],
  ])('says the same from compiled code: %s', (_name, args) => {
    expect(run(compiled, ...args)).toEqual(run(plain, ...args))
  })
})
