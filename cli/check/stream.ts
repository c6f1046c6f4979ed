import {once} from 'node:events'
import {createWriteStream, type WriteStream} from 'node:fs'
import path from 'node:path'
import type {Writable} from 'node:stream'
import {finished} from 'node:stream/promises'
import {type Meter, unmeasured} from '../../src/meter.ts'
import {jsonLine} from '../../src/report/jsonl.ts'
import {summarise} from '../../src/report/summary.ts'
import {countsInWords, translate} from '../../src/report/texts.ts'
import type {FileReport, Report} from '../../src/report/types.ts'
import {packsNamed} from '../configs.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {cacheOf, checkInput, tellTrouble} from './ads.ts'
import {openCrew} from './crew.ts'
import {type Checked, checkParts, type Part, partsOf} from './each-ad.ts'
import type {Found} from './find.ts'
import {openProgress} from './progress.ts'
import type {CheckRequest, Output} from './request.ts'
import {exitCodeOf} from './result.ts'
import {openSweeper} from './sweeper.ts'
import {sayChecked, sayWithdrawn} from './texts.ts'

/** So many that cannot be read are told one by one. */
const mostTold = 20

/** What is kept of ads that are done with. */
interface Tally {
  summary: Report['summary']
  troubles: number
  withdrawn: number
  hasLines: boolean
}

/** Checks ads and writes each as a line of JSON before the next one is read. Returns the exit code. */
export const streamAds = async (request: CheckRequest, found: Found, meter?: Meter): Promise<number> => {
  const {inputs, lang, configOf, problems, files} = found
  const packs = await packsNamed(request.policies, files)
  const cache = await cacheOf(request)
  const crew = openCrew(request, meter !== undefined)
  const sweep = openSweeper()
  const outs = request.outputs.map(openOut)
  const progress = openProgress(inputs.length, lang)
  const tally: Tally = {summary: summarise([]), troubles: 0, withdrawn: 0, hasLines: false}
  const parts = async function* (): AsyncGenerator<Part> {
    for (const [i, input] of inputs.entries()) {
      await progress.step(i + 1, input.path)
      yield* partsOf(input, async (one, origin) => {
        const config = await configOf(path.dirname(input.path))
        return checkInput(one, request, {lang, config, packs, cache, crew, meter}, origin)
      })
    }
  }
  try {
    for await (const one of checkParts(parts(), crew.ahead)) {
      add(tally, one)
      if ('error' in one) {
        progress.erase()
        if (tally.troubles <= mostTold) complain(one.error, lang, one.path)
      } else for (const {file} of one.ads) await (meter ?? unmeasured)('report', () => write(outs, file))
      sweep()
    }
  } finally {
    crew.close()
  }
  progress.close()
  tellTrouble(cache, lang)
  const unwritten = (await Promise.all(outs.map(close))).filter((problem) => problem !== undefined)
  for (const problem of unwritten) complain(problem, lang)
  const isCounted = tally.hasLines || tally.withdrawn > 0 || tally.troubles > mostTold
  if (isCounted) process.stderr.write(`utlys: ${sayTally(tally, lang)}\n`)
  return exitCodeOf(tally, request, tally.troubles + problems.length + unwritten.length > 0)
}

const add = (tally: Tally, checked: Checked): void => {
  tally.hasLines ||= checked.isLine
  if ('error' in checked) tally.troubles++
  else {
    tally.withdrawn += checked.withdrawn
    const more = summarise(checked.ads.map(({file}) => file))
    for (const key of Object.keys(more) as (keyof typeof more)[]) tally.summary[key] += more[key]
  }
}

const sayTally = ({summary, troubles, withdrawn}: Tally, lang: Lang): string => {
  const ads = translate(lang, 'count.ads', {n: summary.files})
  const counts = countsInWords(summary, lang) || translate(lang, 'summary.none')
  const unread = troubles > 0 ? [sayChecked(lang, 'unread', {n: String(troubles)})] : []
  return [`${ads}: ${counts}.`, ...sayWithdrawn(withdrawn, lang), ...unread].join(' ')
}

const openOut = ({file}: Output): Writable => {
  if (file === undefined) return process.stdout
  return createWriteStream(file).on('error', () => undefined)
}

/** Waits for whoever reads the lines; what cannot be written to is passed over. */
const write = async (outs: readonly Writable[], file: FileReport): Promise<void> => {
  const line = jsonLine(file)
  for (const out of outs) {
    if (out.errored || out.write(line)) continue
    await once(out, 'drain').catch(() => undefined)
  }
}

/** Gives what kept it from being written. */
const close = async (out: Writable): Promise<Problem | undefined> => {
  if (out === process.stdout) return undefined
  out.end()
  return finished(out).then(
    () => undefined,
    () => unwritable(out),
  )
}

const unwritable = (out: Writable): Problem => {
  const {code, message} = out.errored as NodeJS.ErrnoException
  return new Problem('unwritable', {path: String((out as WriteStream).path), reason: code ?? message})
}
