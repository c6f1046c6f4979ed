import path from 'node:path'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {coverageOf} from '../../src/packs/coverage.ts'
import {usableWidth} from '../../src/report/width.ts'
import type {PolicyFlags} from '../commands/policy.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {columns, langFor, readFormat, readLang, wantsColor} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {printCoverage, printPacks} from './print.ts'

const exit = {fine: 0, differs: 1, trouble: 2} as const

/** Runs `utlys policy` and returns the exit code. */
export const runPolicy = async (name: string | undefined, flags: PolicyFlags): Promise<number> => {
  try {
    return await showPolicies(name, flags, readLang(flags.lang) ?? 'nb')
  } catch (error) {
    complain(error, langFor(flags.lang))
    return exit.trouble
  }
}

const showPolicies = async (name: string | undefined, flags: PolicyFlags, lang: Lang): Promise<number> => {
  const format = readFormat(flags.format, ['text', 'json'])
  const packs = name === undefined ? await configured(flags.config) : await packsNamed([name])
  const page = {
    lang,
    width: usableWidth(columns()),
    color: wantsColor(flags.color),
  }
  if (packs.length === 0) {
    process.stdout.write(
      printPacks(
        packIds.flatMap((id) => packNamed(id) ?? []),
        page,
      ),
    )
    return exit.fine
  }
  if (flags.against !== undefined) {
    if (packs.length > 1) throw new Problem('against.many')
    const {compareWith} = await import('./compare.ts')
    return (await compareWith(flags.against, packs[0]!, format, page)) ? exit.fine : exit.differs
  }
  if (flags.test) {
    const {testPacks} = await import('./test.ts')
    return (await testPacks(packs, page)) ? exit.fine : exit.differs
  }
  const coverages = packs.map((pack) => coverageOf(pack, lang))
  const shown = coverages.length === 1 ? coverages[0] : coverages
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify(shown, undefined, 2)}\n`
      : coverages.map((coverage) => printCoverage(coverage, page)).join('\n'),
  )
  return exit.fine
}

const configured = async (config: string | undefined): Promise<readonly Pack[]> =>
  (await createConfigFinder(config && path.resolve(config))('.'))?.packs ?? []
