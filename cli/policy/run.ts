import path from 'node:path'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {type Coverage, coverageOf} from '../../src/packs/coverage.ts'
import {usableWidth} from '../../src/report/width.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {type LanguageFlags, languageOf, readLanguage} from '../language.ts'
import {columns, readFormat, wantsColor} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import {type Lang, say} from '../texts.ts'
import {type Page, printCoverage} from './print.ts'

/** The options as commander gives them. */
export interface PolicyFlags extends LanguageFlags {
  against?: string
  test?: boolean
  format: string
  color: boolean
}

const exit = {fine: 0, differs: 1, trouble: 2} as const

/** Runs `utlys policy` and returns the exit code. */
export const runPolicy = async (name: string | undefined, flags: PolicyFlags): Promise<number> => {
  try {
    return await showPolicies(name, flags, readLanguage(flags))
  } catch (error) {
    complain(error, languageOf(flags))
    return exit.trouble
  }
}

const showPolicies = async (name: string | undefined, flags: PolicyFlags, lang: Lang): Promise<number> => {
  const format = readFormat(flags.format, ['text', 'json'])
  const page = {lang, width: usableWidth(columns()), color: wantsColor(flags.color)}
  const chosen = name === undefined ? await configured(flags.config) : await packsNamed([name])
  const packs = chosen.length > 0 ? chosen : builtInPolicies()
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
  process.stdout.write(format === 'json' ? asJson(coverages) : printCoverages(coverages, page))
  if (chosen.length === 0 && format === 'text')
    process.stdout.write(`\n${say(lang, 'policy.off', {known: builtInNames()})}\n`)
  return exit.fine
}

/** One policy is an object, several are a list. */
const asJson = (coverages: readonly Coverage[]): string =>
  `${JSON.stringify(coverages.length === 1 ? coverages[0] : coverages, undefined, 2)}\n`

const printCoverages = (coverages: readonly Coverage[], page: Page): string =>
  coverages.map((coverage) => printCoverage(coverage, page)).join('\n')

const builtInPolicies = (): Pack[] =>
  packIds.filter((id) => id.startsWith('policy/')).flatMap((id) => packNamed(id) ?? [])

const builtInNames = (): string => packIds.map((id) => id.replace(/^policy\//, '')).join(', ')

const configured = async (config: string | undefined): Promise<readonly Pack[]> =>
  (await createConfigFinder(config && path.resolve(config))('.'))?.packs ?? []
