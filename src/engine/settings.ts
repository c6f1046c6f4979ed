import type {Pack} from './packs.ts'
import type {ConfiguredWaiver, Severity} from './types.ts'

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
}

export interface RuleSetting {
  severity?: Severity | 'off'
  options?: Readonly<Record<string, unknown>>
}

export const defaultSettings: Settings = {profile: {}, portal: [], rules: new Map(), waivers: [], packs: []}
