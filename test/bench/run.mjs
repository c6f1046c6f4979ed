// Runs whole programs and measures them.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const utlys = path.join(root, 'dist/utlys.js')
const tellsCost = fileURLToPath(new URL('cost.cjs', import.meta.url))

/** What is run in turn with everything else: the least that a program in Node.js can take. */
export const empty = ['-e', '0']

/** The days of the ads must not pass while time goes by. */
export const today = ['--today', '2026-11-21']

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const timed = (args, options) => {
  const start = process.hrtime.bigint()
  const {stderr, status, signal} = spawnSync(process.execPath, args, {
    env: {...process.env, CI: 'true'},
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...options,
  })
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status ?? signal}`)
  return {seconds: Number(process.hrtime.bigint() - start) / 1e9, said: stderr, status}
}

/** How long a program in Node.js takes from start to end. */
export const secondsOf = (args, cwd = root) => timed(args, {cwd, stdio: 'ignore'}).seconds

/**
 * What a program in Node.js costs: seconds from start to end, seconds of the processor, which depend less on what else the
 * machine does, the most memory that it has had, in MiB, and how it has ended.
 */
export const costOf = (args, cwd = root) => {
  const {seconds, said, status} = timed(['--require', tellsCost, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [, cpu, peak] = /cost ([\d.]+) ([\d.]+)\s*$/.exec(said)
  return {seconds, cpu: Number(cpu), peak: Number(peak), status}
}

/** What is less than this is the clock's own unrest. */
const tellable = 0.1

/** How many times the work of a small text a large one takes, without what it takes to start. */
export const growthOf = (small, large, start) =>
  small - start < tellable ? undefined : (large - start) / (small - start)

/** What a program says on standard error. */
export const saidBy = (args) => timed(args, {stdio: ['ignore', 'ignore', 'pipe']}).said

/**
 * Runs programs in turn, so that a machine whose speed drifts slows all alike: what is measured of each, round by round.
 */
export const inTurn = (rounds, programs, measure = secondsOf) =>
  Array.from({length: rounds}, () => programs.map(({args, cwd}) => measure(args, cwd)))

/** Does something with a folder that is there only meanwhile. */
export const withFolder = async (work) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** @throws Error when there is nothing to measure, or something that starts in another way than it does for users */
export const refuseUnbuilt = () => {
  if (!existsSync(utlys)) throw new Error('utlys is not built: run npm run build')
  const compiled = utlys.replace('utlys.js', `program-${process.version}.compiled`)
  if (!existsSync(compiled))
    throw new Error(
      `utlys is built with another Node.js than ${process.version}: run npm run build with this one`,
    )
}
