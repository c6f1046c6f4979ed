import {painter} from '../../src/report/paint.ts'
import {usableWidth} from '../../src/report/width.ts'
import type {ExplainFlags} from '../commands/explain.ts'
import {languageHere} from '../configs.ts'
import {columns, langFor, readCircumstances, readLang, wantsColor} from '../options.ts'
import {complain} from '../problem.ts'
import {ruleNamed} from '../rules/choose.ts'
import type {Lang} from '../texts.ts'
import {readAd} from './ad.ts'
import type {Layout} from './page.ts'
import {placePage} from './place-page.ts'
import {rulePage} from './rule-page.ts'
import {readTarget} from './target.ts'
import {verdictPage} from './verdict-page.ts'

/** Runs `utlys explain` and returns the exit code. */
export const runExplain = async (
  subject: string | undefined,
  ruleId: string | undefined,
  flags: ExplainFlags,
): Promise<number> => {
  let lang = langFor(flags.lang)
  try {
    const chosen = readLang(flags.lang)
    lang = chosen ?? (await languageHere()) ?? 'nb'
    const page = await pageFor(subject, ruleId, flags, lang)
    if (page === undefined) return 2
    process.stdout.write(page)
    return 0
  } catch (error) {
    complain(error, lang)
    return 2
  }
}

/** Undefined when an ad could not be read, which has been told. */
const pageFor = async (
  subject: string | undefined,
  ruleId: string | undefined,
  flags: ExplainFlags,
  lang: Lang,
): Promise<string | undefined> => {
  const target = readTarget(subject, ruleId)
  const layoutIn = (language: Lang): Layout => ({
    lang: language,
    width: usableWidth(columns()),
    paint: painter(wantsColor(flags.color)),
  })
  if (target.kind === 'rule')
    return rulePage(ruleNamed(target.ruleId), layoutIn(lang), flags.entries ?? false)
  const rule = target.kind === 'verdict' ? ruleNamed(target.ruleId) : undefined
  const request = {...readCircumstances(flags), lang: readLang(flags.lang), stdinName: flags.stdinFilename}
  const ad = await readAd(target.path, request)
  if (!ad) return undefined
  const layout = layoutIn(ad.lang)
  return target.kind === 'place' ? placePage(ad, target, layout) : verdictPage(ad, rule!, layout)
}
