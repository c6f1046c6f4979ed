import {sourceOf} from '../../src/engine/rules.ts'
import type {Condition, Rule, Severity, Source} from '../../src/engine/types.ts'
import type {Lang} from '../texts.ts'
import {packOf} from './words.ts'

/** What `utlys rules --format json` gives for each rule. */
export interface ListedRule {
  id: string
  pack: string
  severity: Severity
  title: string
  sources: Source[]
  appliesTo?: Condition
}

const listed = (rule: Rule, lang: Lang): ListedRule => ({
  id: rule.id,
  pack: packOf(rule),
  severity: rule.severity,
  title: rule.title[lang],
  sources: rule.sources.map((id) => {
    const {title, url, status} = sourceOf(id)
    return {id, title, ...(url && {url}), status}
  }),
  ...(rule.appliesTo && {appliesTo: rule.appliesTo}),
})

export const ruleJson = (rules: readonly Rule[], lang: Lang): string =>
  `${JSON.stringify(
    rules.map((rule) => listed(rule, lang)),
    null,
    2,
  )}\n`
