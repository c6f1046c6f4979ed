import {configHere} from '../configs.ts'
import {type LanguageFlags, languageOf, readLanguage} from '../language.ts'
import {columns, readFormat, wantsColor} from '../options.ts'
import {complain} from '../problem.ts'
import {chooseRules, rulesWith} from './choose.ts'
import {ruleJson} from './json.ts'
import {ruleTable} from './table.ts'

/** The options as commander gives them. */
export interface RulesFlags extends LanguageFlags {
  format: string
  color: boolean
}

/** Runs `utlys rules` and returns the exit code. */
export const runRules = async (patterns: string[], flags: RulesFlags): Promise<number> => {
  try {
    const format = readFormat(flags.format, ['text', 'json'])
    const lang = readLanguage(flags)
    const packs = (await configHere())?.packs ?? []
    const {chosen, problems} = chooseRules(patterns, rulesWith(packs))
    for (const problem of problems) complain(problem, lang)
    if (problems.length > 0) return 2
    const listing = {width: columns(), color: wantsColor(flags.color), packs}
    process.stdout.write(format === 'json' ? ruleJson(chosen, lang) : ruleTable(chosen, lang, listing))
    return 0
  } catch (error) {
    complain(error, languageOf(flags))
    return 2
  }
}
