import type {Pack} from './packs.ts'
import type {ConfiguredWaiver, MessageLanguage, Rule, Severity} from './types.ts'

/** What the employer has decided for one file. */
export interface Settings {
  /** Profile keys of the configuration. */
  profile: Readonly<Record<string, string>>
  /** Fields that the recruitment portal carries. */
  portal: readonly string[]
  /** Severity and options by rule id; a rule that is not named keeps its own. */
  rules: ReadonlyMap<string, RuleSetting>
  waivers: readonly ConfiguredWaiver[]
  /** The packs that are switched on. */
  packs: readonly Pack[]
  templates: Templates
}

/** The employer's own texts for what an ad may lack, by field or rule id. */
export type Templates = Readonly<Record<string, string | Readonly<Partial<Record<MessageLanguage, string>>>>>

/** The employer's text for what a rule asks for, in one language; a text of no language is for all. */
export const templateFor = (
  rule: Rule,
  language: MessageLanguage,
  templates: Templates,
): string | undefined => {
  const field = 'field' in rule ? rule.field : undefined
  const template = templates[rule.id] ?? (field === undefined ? undefined : templates[field])
  return typeof template === 'string' ? template : template?.[language]
}

export interface RuleSetting {
  severity?: Severity | 'off'
  options?: Readonly<Record<string, unknown>>
}

export const defaultSettings: Settings = {
  profile: {},
  portal: [],
  rules: new Map(),
  waivers: [],
  packs: [],
  templates: {},
}
