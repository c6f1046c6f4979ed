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
 * in a file beside each part of the program, for the version of Node.js that builds (`--keep-compiled`).
 * Without such files, Node.js 22 and newer keep compiled code of their own.
 */
interface Program {
  run(host: Host): Promise<void>
}

interface Part {
  script: vm.Script
  module: {exports: unknown}
}

/**
 * By the version of Node.js that they are known to work for, since V8 complains of a flag that it has not.
 *
 * One check runs some hundred expressions a few times each. V8 would write bytecode for each, tidy it, and write
 * machine code at the second run, which takes three times as long as machine code at once. And before Node.js 22
 * it begins to optimise code that has by then been run for the last time.
 */
const v8Flags: Record<string, string[]> = {
  20: ['--no-regexp-tier-up', '--interrupt-budget=1000000'],
  22: ['--no-regexp-tier-up'],
  24: ['--no-regexp-tier-up'],
}
for (const flag of v8Flags[Number.parseInt(process.versions.node, 10)] ?? []) v8.setFlagsFromString(flag)

const host: Host = {screens: () => import('./screens/print-report.tsx')}

const start = 'program.cjs'
const require = module.createRequire(import.meta.url)
const parts = new Map<string, Part>()

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const compiledName = (name: string): string => name.replace(/\.cjs$/, `-${process.version}.compiled`)

const readCompiled = (name: string): Buffer | undefined => {
  try {
    return readFileSync(pathOf(compiledName(name)))
  } catch {
    return undefined
  }
}

const load = (name: string, cachedData = readCompiled(name)): unknown => {
  const known = parts.get(name)
  if (known) return known.module.exports
  const filename = pathOf(name)
  const source = module.wrap(readFileSync(filename, 'utf8'))
  const script = new vm.Script(source, {filename, ...(cachedData && {cachedData})})
  const part: Part = {script, module: {exports: {}}}
  parts.set(name, part)
  script.runInThisContext()(part.module.exports, requireFrom, part.module, filename, pathOf('.'))
  return part.module.exports
}

/** What `require` is in the parts of the program. */
const requireFrom = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id))

if (process.argv[2] === '--keep-compiled') {
  const reports = ['-f', `text:${devNull}`, '-f', `json:${devNull}`]
  process.argv.splice(2, 1, 'check', 'test/annonser', ...reports)
  await (load(start) as Program).run(host)
  for (const [name, {script}] of parts) writeFileSync(pathOf(compiledName(name)), script.createCachedData())
  process.exitCode = 0
} else {
  const {enableCompileCache} = module as {enableCompileCache?: () => void}
  const compiled = readCompiled(start)
  if (!compiled) enableCompileCache?.()
  const program = compiled ? load(start, compiled) : require(pathOf(start))
  await (program as Program).run(host)
}
