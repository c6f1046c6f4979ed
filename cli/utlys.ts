#!/usr/bin/env node
import {readFileSync, writeFileSync} from 'node:fs'
import module from 'node:module'
import {devNull} from 'node:os'
import {fileURLToPath} from 'node:url'
import vm from 'node:vm'
import type {Host} from './host.ts'

/**
 * Starts the program from compiled code, which halves the time to its first line of work. Node.js 22 and
 * newer keep such code themselves; for Node.js 20 the build keeps it in a file (`--keep-compiled`), which
 * another version of Node.js than the one that wrote it leaves aside.
 */
interface Program {
  run(host: Host): Promise<void>
}

const host: Host = {screens: () => import('./screens/print-report.tsx')}

const file = fileURLToPath(new URL('program.cjs', import.meta.url))
const compiledFile = fileURLToPath(new URL('program.compiled', import.meta.url))
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
} else if (enableCompileCache) {
  enableCompileCache()
  await (require(file) as Program).run(host)
} else await loadScript(readCompiled()).program.run(host)
