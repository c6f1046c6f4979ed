import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import type {Rule} from '../../src/engine/types.ts'
import {painter} from '../../src/report/paint.ts'
import {usableWidth} from '../../src/report/width.ts'
import {configHere, packsNamed} from '../configs.ts'
import {languageOf, readLang, readLanguage} from '../language.ts'
import {type CircumstanceFlags, columns, readCircumstances, wantsColor} from '../options.ts'
import {complain} from '../problem.ts'
import {ruleNamed, rulesWith} from '../rules/choose.ts'
import type {Lang} from '../texts.ts'
import {readAd} from './ad.ts'
import type {Layout} from './page.ts'
import {placePage} from './place-page.ts'
import {rulePage} from './rule-page.ts'
import {readTarget} from './target.ts'
import {verdictPage} from './verdict-page.ts'

/** The options as commander gives them. */
export interface ExplainFlags extends CircumstanceFlags {
  entries?: boolean
  stdinFilename?: string
  color: boolean
}

/** Runs `utlys explain` and returns the exit code. */
export const runExplain = async (
  subject: string | undefined,
  ruleId: string | undefined,
  flags: ExplainFlags,
): Promise<number> => {
  try {
    const lang = readLanguage(flags, subject)
    const here = await configHere(readCircumstances(flags).config)
    const packs = [...(here?.packs ?? []), ...(await packsNamed(flags.policy))]
    const page = await pageFor(subject, ruleId, {flags, lang, packs})
    if (page === undefined) return 2
    process.stdout.write(page)
    return 0
  } catch (error) {
    complain(error, languageOf(flags, subject))
    return 2
  }
}

interface Surroundings {
  flags: ExplainFlags
  /** The language and the packs, as the configuration here has them. */
  lang: Lang
  packs: readonly Pack[]
}

/** Undefined when an ad could not be read, which has been told. */
const pageFor = async (
  subject: string | undefined,
  ruleId: string | undefined,
  {flags, lang, packs}: Surroundings,
): Promise<string | undefined> => {
  const rules = rulesWith(packs)
  const target = readTarget(subject, ruleId, rules)
  const layoutIn = (language: Lang): Layout => ({
    lang: language,
    width: usableWidth(columns()),
    paint: painter(wantsColor(flags.color)),
  })
  if (target.kind === 'rule') {
    const rule = ruleNamed(target.ruleId, rules)
    const pack = packOfRule(rule, packs)
    return rulePage(rule, layoutIn(lang), {allEntries: flags.entries ?? false, pack, packs})
  }
  const request = {...readCircumstances(flags), lang: readLang(flags.lang), stdinName: flags.stdinFilename}
  const ad = await readAd(target.path, request, target.kind === 'place' ? target.line : undefined)
  if (!ad) return undefined
  const layout = layoutIn(ad.lang)
  return target.kind === 'place'
    ? placePage(ad, target, layout)
    : verdictPage(ad, ruleNamed(target.ruleId, ad.rules), layout)
}

/** The pack that a rule is in: one that is switched on here, or one that comes with the program. */
const packOfRule = ({id}: Rule, packs: readonly Pack[]): Pack | undefined => {
  const name = packIds.find((packId) => id.startsWith(`${packId}/`))
  return (
    packs.find((pack) => id.startsWith(`${pack.id}/`)) ?? (name === undefined ? undefined : packNamed(name))
  )
}
