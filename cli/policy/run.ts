import path from 'node:path'
import {findConfig} from '../../src/config/find.ts'
import {readConfig} from '../../src/config/read.ts'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {coverageOf} from '../../src/packs/coverage.ts'
import {findPack} from '../../src/packs/find.ts'
import {usableWidth} from '../../src/report/width.ts'
import type {PolicyFlags} from '../commands/policy.ts'
import {explain, Problem, readLang} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {printCoverage, printPacks} from './print.ts'

const exit = {fine: 0, differs: 1, trouble: 2} as const

/** Runs `utlys policy` and returns the exit code. */
export const runPolicy = async (name: string | undefined, flags: PolicyFlags): Promise<number> => {
  let lang: Lang = 'nb'
  try {
    lang = readLang(flags.lang)
    return await showPolicies(name, flags, lang)
  } catch (error) {
    for (const line of explain(error, lang)) process.stderr.write(`utlys: ${line}\n`)
    return exit.trouble
  }
}

const showPolicies = async (name: string | undefined, flags: PolicyFlags, lang: Lang): Promise<number> => {
  if (flags.format !== 'text' && flags.format !== 'json')
    throw new Problem('format', {name: flags.format, known: 'text, json'})
  const packs = name === undefined ? await configured(flags.config) : [await named(name)]
  const page = {
    lang,
    width: usableWidth(process.stdout.columns || Number(process.env.COLUMNS) || 100),
    color: flags.color && !process.env.NO_COLOR && process.stdout.isTTY === true,
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
    return (await compareWith(flags.against, packs[0]!, flags.format, page)) ? exit.fine : exit.differs
  }
  if (flags.test) {
    const {testPacks} = await import('./test.ts')
    return (await testPacks(packs, page)) ? exit.fine : exit.differs
  }
  const coverages = packs.map((pack) => coverageOf(pack, lang))
  const shown = coverages.length === 1 ? coverages[0] : coverages
  process.stdout.write(
    flags.format === 'json'
      ? `${JSON.stringify(shown, undefined, 2)}\n`
      : coverages.map((coverage) => printCoverage(coverage, page)).join('\n'),
  )
  return exit.fine
}

const named = async (name: string): Promise<Pack> => {
  const {pack, problem} = await findPack(name, '.')
  if (!pack) throw new Problem(`${problem.code}.named`, problem.data)
  return pack
}

const configured = async (config: string | undefined): Promise<readonly Pack[]> => {
  const file = config ?? findConfig(path.resolve('.'))
  return file === undefined ? [] : (await readConfig(path.resolve(file))).packs
}
