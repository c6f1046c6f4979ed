#!/usr/bin/env node
import {readFileSync, writeFileSync} from 'node:fs'
import module from 'node:module'
import {devNull} from 'node:os'
import {fileURLToPath} from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'
import type {Host} from './host.ts'

/**
 * Starts the program from compiled code, which halves the time to its first line of work. The build keeps it
 * in a file for the version of Node.js that builds (`--keep-compiled`). Without such a file, Node.js 22 and
 * newer keep compiled code of their own.
 */
interface Program {
  run(host: Host): Promise<void>
}

// One check runs some hundred expressions a few times each. V8 would write bytecode for each, tidy it, and
// write machine code at the second run, which takes three times as long as machine code at once. And it would
// begin to optimise code that has been run for the last time before that is done.
v8.setFlagsFromString('--no-regexp-tier-up')
v8.setFlagsFromString('--interrupt-budget=1000000')

const host: Host = {screens: () => import('./screens/print-report.tsx')}

const file = fileURLToPath(new URL('program.cjs', import.meta.url))
const compiledFile = fileURLToPath(new URL(`program-${process.version}.compiled`, import.meta.url))
const require = module.createRequire(file)

const readCompiled = (): Buffer | undefined => {
  try {
    return readFileSync(compiledFile)
  } catch {
    return undefined
  }
}

const loadScript = (compiled?: Buffer): {script: vm.Script; program: Program} => {
  const script = new vm.Script(module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(compiled && {cachedData: compiled}),
  })
  // The parts of the program that are loaded later find it where `require` looks for it.
  const loaded = new module.Module(file)
  require.cache[file] = loaded
  script.runInThisContext()(
    loaded.exports,
    require,
    loaded,
    file,
    fileURLToPath(new URL('.', import.meta.url)),
  )
  return {script, program: loaded.exports as Program}
}

const {enableCompileCache} = module as {enableCompileCache?: () => void}

if (process.argv[2] === '--keep-compiled') {
  const {script, program} = loadScript()
  const reports = ['-f', `text:${devNull}`, '-f', `json:${devNull}`]
  process.argv.splice(2, 1, 'check', 'test/annonser', ...reports)
  await program.run(host)
  writeFileSync(compiledFile, script.createCachedData())
  process.exitCode = 0
} else {
  const compiled = readCompiled()
  if (!compiled) enableCompileCache?.()
  const program = compiled ? loadScript(compiled).program : (require(file) as Program)
  await program.run(host)
}
