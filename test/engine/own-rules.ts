import {checkPosting} from '../../src/engine/check.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {defaultSettings, type Settings} from '../../src/engine/settings.ts'
import type {
  ConsistencyRule,
  ExpressionRule,
  FieldRule,
  Rule,
  StatementRule,
  Text,
} from '../../src/engine/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {FileReport, Finding} from '../../src/report/types.ts'

export const today = '2026-11-21'

/** One text for all languages, or one for each. */
export const text = (nb: string, nn = nb, en = nb): Text => ({nb, nn, en})

const common = {
  title: text('Regel'),
  severity: 'warning',
  ground: 'innhold',
  sources: ['egen-policy'],
  why: text('Hvorfor'),
  mend: text('Rett det'),
} as const

type Own<Kind extends Rule> = Omit<Kind, keyof typeof common | 'id'> & Partial<Kind>
type AnyOwn = Own<FieldRule> | Own<StatementRule> | Own<ConsistencyRule> | Own<ExpressionRule>

/** A rule of an employer's own. */
export const ownRule = (rule: AnyOwn): Rule => ({id: 'lillevik/regel', ...common, ...rule}) as Rule

/** The pack of an employer, with rules of its own or none. */
export const ownPack = (rules: readonly Rule[], more: Partial<Pack> = {}): Pack => ({
  id: 'lillevik',
  title: text('Lillevik', 'Lillevik', 'Lillevik policy'),
  rules,
  ...more,
})

export interface Circumstances {
  settings?: Partial<Settings>
  path?: string
  lang?: 'nb' | 'nn' | 'en'
  /** Whether the text is taken for a whole ad whatever it holds. */
  isAd?: boolean
}

export const reportOn = async (
  source: string,
  {settings = {}, path = 'annonse.md', lang = 'nb', isAd = true}: Circumstances = {},
): Promise<FileReport> =>
  checkPosting(
    await readPosting(path, new TextEncoder().encode(source)),
    {...defaultSettings, ...settings},
    {today, lang, ...(isAd && {nature: 'ad' as const})},
  )

/** What a rule of an employer's own finds in a draft. */
export const findingsOf = async (
  rule: AnyOwn,
  source: string,
  circumstances: Circumstances = {},
): Promise<Finding[]> => {
  const settings = {...circumstances.settings, packs: [ownPack([ownRule(rule)])]}
  const {findings} = await reportOn(source, {...circumstances, settings})
  return findings.filter(({ruleId}) => ruleId === 'lillevik/regel')
}
