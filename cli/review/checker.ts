import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import {checkPosting} from '../../src/engine/check.ts'
import {commonRules} from '../../src/engine/packs.ts'
import type {MessageLanguage, Rule} from '../../src/engine/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {FileReport} from '../../src/report/types.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import type {Circumstances} from '../options.ts'

/** What a finding's rule says beside the message. */
export interface RuleTexts {
  title: string
  why: string
  mend: string
  /** The field that the rule is about. */
  field?: string
}

export interface Checked {
  report: FileReport
  /** By id, of the rules that have found something. */
  rules: Readonly<Record<string, RuleTexts>>
}

/** @throws BadInput for a text that is no ad */
export type Checker = (source: string) => Promise<Checked>

/** Checks one file as `utlys check` would. @throws ConfigError, Problem */
export const openChecker = async (
  file: string,
  circumstances: Circumstances,
  lang: MessageLanguage,
): Promise<Checker> => {
  const packs = await packsNamed(circumstances.policies)
  const config = await createConfigFinder(circumstances.config)(path.dirname(file))
  const settings = settingsFor(path.resolve(file), config, {...circumstances, packs})
  const own = settings.packs.flatMap(({rules}) => rules)
  const textsById = new Map([...commonRules, ...own].map((rule) => [rule.id, rule]))
  return async (source) => {
    const posting = await readPosting(file, new TextEncoder().encode(source))
    const report = await checkPosting(posting, settings, {today: circumstances.today, lang})
    const found = new Set(report.findings.map(({ruleId}) => ruleId))
    const rules = [...found].flatMap((id) => {
      const rule = textsById.get(id)
      return rule ? [[id, textsOf(rule, lang)] as const] : []
    })
    return {report, rules: Object.fromEntries(rules)}
  }
}

const textsOf = (rule: Rule, lang: MessageLanguage): RuleTexts => ({
  title: rule.title[lang],
  why: rule.why[lang],
  mend: rule.mend[lang],
  ...('field' in rule && rule.field && {field: rule.field}),
})
