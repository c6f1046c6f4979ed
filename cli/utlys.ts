#!/usr/bin/env node
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {Script} from 'node:vm'

/**
 * Starts the program from compiled code, which halves the time to its first line of work. The build keeps it
 * in a file beside each part of the program, for the version of Node.js that builds (`--keep-compiled`).
 * Without such files, Node.js 22 and newer keep compiled code of their own.
 */
interface Program {
  run(words: readonly string[]): Promise<void>
}

interface Part {
  script: Script
  module: {exports: unknown}
}

/**
 * The commands that are run before compiled code is kept. V8 compiles a function when it is first called, so that only
 * what ran is kept.
 */
const warmUp = [['check', 'test/annonser', '-f', 'text', '-f', 'json', '-f', 'terminal']]

/**
 * By the version of Node.js that they are known to work for, since V8 complains of a flag that it has not.
 *
 * One check runs some hundred expressions a few times each. V8 would write bytecode for each, tidy it, and write
 * machine code at the second run, which takes three times as long as machine code at once. (To forbid it the bytecode
 * altogether would crash, now and then, on an expression that Node.js itself has run before the flag was set.) And
 * before Node.js 22 it begins to optimise code that has by then been run for the last time.
 */
const v8Flags: Record<string, string[]> = {
  20: [
    '--regexp-tier-up-ticks=0',
    '--no-incremental-marking',
    '--wasm-tiering-budget=1000000000',
    '--interrupt-budget=1000000',
  ],
  22: ['--regexp-tier-up-ticks=0', '--no-incremental-marking', '--wasm-tiering-budget=1000000000'],
  24: ['--regexp-tier-up-ticks=0', '--no-incremental-marking', '--wasm-tiering-budget=1000000000'],
}
for (const flag of v8Flags[Number.parseInt(process.versions.node, 10)] ?? []) setFlagsFromString(flag)

/** What the types of Node.js 20 do not tell of. */
const {enableCompileCache, wrap} = require('node:module') as {
  enableCompileCache?: () => void
  wrap(source: string): string
}

const start = 'program.js'
const parts = new Map<string, Part>()

const pathOf = (name: string): string => join(__dirname, name)
const compiledName = (name: string): string => name.replace(/\.js$/, `-${process.version}.compiled`)

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
  const source = wrap(readFileSync(filename, 'latin1'))
  const script = new Script(source, {filename, ...(cachedData && {cachedData})})
  const part: Part = {script, module: {exports: {}}}
  parts.set(name, part)
  script.runInThisContext()(part.module.exports, requireFrom, part.module, filename, pathOf('.'))
  return part.module.exports
}

/** Parts of Node.js that few runs use, and that take long to load. */
const seldomUsed = ['node:child_process', 'node:crypto', 'node:fs/promises']

/** Is loaded when something of it is asked for. */
const lazily = (id: string): object => new Proxy({}, {get: (_target, name) => Reflect.get(require(id), name)})

/** What `require` is in the parts of the program. */
const requireFrom = (id: string): unknown => {
  if (id.startsWith('./')) return load(id.slice(2))
  return seldomUsed.includes(id) ? lazily(id) : require(id)
}

/** Runs what people run, as at a terminal, so that the code for colours is kept too. */
const keepCompiled = async (): Promise<void> => {
  process.env.FORCE_COLOR = '1'
  Object.assign(process.stdout, {isTTY: true, write: () => true})
  for (const words of warmUp) {
    await (load(start) as Program).run(words)
    if (process.exitCode === 2) return
  }
  for (const [name, {script}] of parts) writeFileSync(pathOf(compiledName(name)), script.createCachedData())
  process.exitCode = 0
}

const run = (words: readonly string[]): Promise<void> => {
  const compiled = readCompiled(start)
  if (!compiled) enableCompileCache?.()
  const program = compiled ? load(start, compiled) : require(pathOf(start))
  return (program as Program).run(words)
}

/**
 * What is done in a thread of its own: to check a draft while a person looks at it (see `cli/review/check-thread.ts`), or
 * some of many (see `cli/check/crew-thread.ts`). It is told by an argument: to ask `node:worker_threads` would take some
 * milliseconds of every start.
 */
const threads = ['--check-thread', '--crew-thread']

const inThread = (word: string): Promise<void> =>
  (load(`${word.slice(2)}.js`) as {run(): Promise<void>}).run()

/**
 * A git hook is run at every commit, and most commits have no ad. It is told from a small part of the program that there
 * is nothing to check, when no other words need be looked at.
 */
const stagedWords =
  /^(?:(?:check|sjekk) --staged|(?:hook|krok) run pre-commit)(?: --(?:quiet|only-changed-lines|baseline|max-warnings=\d{1,9}|no-color)?){0,9}$/

const runUnlessNothingStaged = async (words: readonly string[]): Promise<void> => {
  const {isNothingStaged} = load('staged.js') as {isNothingStaged(): Promise<boolean>}
  if (!(await isNothingStaged())) await run(words)
}

const startWith = (words: readonly string[]): Promise<void> => {
  const [word = ''] = words
  if (threads.includes(word)) return inThread(word)
  if (word === '--keep-compiled') return keepCompiled()
  return stagedWords.test(words.join(' ')) ? runUnlessNothingStaged(words) : run(words)
}

void startWith(process.argv.slice(2))
