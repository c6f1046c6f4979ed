import type {Nature} from '../fields/nature.ts'
import {meets} from './profile.ts'
import type {Settings} from './settings.ts'
import type {Profile, ProfileEntry, Rule, Severity} from './types.ts'

/** Something that keeps a rule from being run on an ad. */
export type Obstacle =
  /** The configuration turns the rule off. */
  | {kind: 'off'}
  /** The rule is off until the configuration gives it a severity. */
  | {kind: 'optional'}
  /** The rule is for other employers: it wants one of these values for a key of the profile. */
  | {kind: 'profile'; key: string; wanted: readonly string[]; entry: ProfileEntry | undefined}
  /** The text is no whole ad. */
  | {kind: 'nature'; nature: Exclude<Nature, 'ad'>}

/** What an ad and its employer are, as far as that decides which rules are run. */
export interface Circumstances {
  profile: Profile
  nature: Nature
  settings: Settings
}

/** All that keeps a rule from being run; a rule without obstacles is run. */
export const obstaclesOf = (rule: Rule, {profile, nature, settings}: Circumstances): Obstacle[] => {
  const obstacles: Obstacle[] = []
  const chosen = settings.rules.get(rule.id)?.severity
  if (chosen === 'off') obstacles.push({kind: 'off'})
  else if (rule.optional && chosen === undefined) obstacles.push({kind: 'optional'})
  for (const [key, wanted] of Object.entries(rule.appliesTo ?? {})) {
    const entry = profile[key]
    if (!wanted.includes(entry?.value ?? '')) obstacles.push({kind: 'profile', key, wanted, entry})
  }
  if (nature !== 'ad' && !rule.everyText) obstacles.push({kind: 'nature', nature})
  return obstacles
}

/** The severity of a rule that is run: as configured, else as the rule has it for this employer. */
export const severityOf = (
  rule: Rule,
  {profile, settings}: Pick<Circumstances, 'profile' | 'settings'>,
): Severity => {
  const chosen = settings.rules.get(rule.id)?.severity
  if (chosen !== undefined && chosen !== 'off') return chosen
  return rule.severityWhen?.find((exception) => meets(profile, exception.profile))?.severity ?? rule.severity
}
