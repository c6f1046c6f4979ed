import {type Meter, stages} from '../../src/meter.ts'
import {padEnd} from '../../src/report/width.ts'
import type {Lang} from '../texts.ts'
import {sayChecked} from './texts.ts'

/** Measures where the time of a check goes. */
export interface Stats {
  meter: Meter
  /** Says it on standard error, so that reports on standard output stay what other programs can read. */
  print(lang: Lang): void
}

/** The part that stages and rules do not tell of: finding the ads, the configuration, the list of known findings. */
const rest = 'rest'

/**
 * Each moment belongs to one part: the innermost that is going on. What came before belongs to the start of the
 * program.
 */
export const openStats = (): Stats => {
  let since = performance.now()
  let part: string = rest
  const spent = new Map([['start', since]])
  const go = (next: string): string => {
    const now = performance.now()
    const before = part
    spent.set(before, (spent.get(before) ?? 0) + now - since)
    since = now
    part = next
    return before
  }
  const meter: Meter = (next, work) => {
    const before = go(next)
    const result = work()
    if (result instanceof Promise) return result.finally(() => go(before)) as typeof result
    go(before)
    return result
  }
  return {
    meter,
    print(lang) {
      go(rest)
      process.stderr.write(`\n${pageOf(spent, lang).join('\n')}\n`)
    },
  }
}

type Row = [name: string, spent: number]

const pageOf = (spent: ReadonlyMap<string, number>, lang: Lang): string[] => {
  const rules = [...spent].filter(([part]) => part.includes('/')).sort(slowestFirst)
  const sum = (rows: readonly Row[]): number => rows.reduce((whole, [, one]) => whole + one, 0)
  const of = (stage: string): Row => [
    sayChecked(lang, `stats.${stage}`),
    (spent.get(stage) ?? 0) + (stage === 'rules' ? sum(rules) : 0),
  ]
  const whole = sum([...spent])
  const parts = ['start', ...stages, rest].map(of)
  const width = Math.max(...[...parts, ...rules].map(([name]) => name.length))
  const table = (title: string, rows: readonly Row[]): string[] => {
    const heads = [padEnd(sayChecked(lang, title), width), 'ms'.padStart(10), head(lang)]
    return [heads.join(''), ...rows.map((row) => lineOf(row, whole, width, lang))]
  }
  return [
    sayChecked(lang, 'stats', {ms: decimal(whole, lang)}),
    '',
    ...table('stats.stage', parts),
    '',
    ...table('stats.rule', rules),
    '',
    sayChecked(lang, 'stats.shared'),
  ]
}

const slowestFirst = ([one, spent]: Row, [other, more]: Row): number =>
  more - spent || one.localeCompare(other)

const head = (lang: Lang): string => sayChecked(lang, 'stats.share').padStart(10)

const lineOf = ([name, spent]: Row, whole: number, width: number, lang: Lang): string =>
  [
    padEnd(name, width),
    decimal(spent, lang).padStart(10),
    `${decimal((100 * spent) / whole, lang)} %`.padStart(10),
  ].join('')

const decimal = (number: number, lang: Lang): string =>
  lang === 'en' ? number.toFixed(1) : number.toFixed(1).replace('.', ',')
