import type {Nature} from '../fields/nature.ts'
import type {Fields} from '../fields/types.ts'
import {type Pack, packIds, type Unbound, unboundBy} from './packs.ts'
import {meets} from './profile.ts'
import type {Settings} from './settings.ts'
import type {Profile, ProfileEntry, Rule, Severity} from './types.ts'

/** Something that keeps a rule from being run on an ad. */
export type Obstacle =
  /** The rule is in a pack that nobody has switched on. */
  | {kind: 'pack'; packId: string}
  /** The rule is in a pack that binds other employers. */
  | {kind: 'unbound'; pack: Pack; unbound: Unbound}
  /** The configuration turns the rule off. */
  | {kind: 'off'}
  /** The rule is off until the configuration gives it a severity. */
  | {kind: 'optional'}
  /** The rule is for other employers: it wants one of these values for a key of the profile. */
  | {kind: 'profile'; key: string; wanted: readonly string[]; entry: ProfileEntry | undefined}
  /** The text is no whole ad. */
  | {kind: 'nature'; nature: Exclude<Nature, 'ad'>}

/** The packs that are switched on, parted into those that bind the employer of an ad and those that do not. */
export interface Packs {
  binding: readonly Pack[]
  others: readonly {pack: Pack; unbound: Unbound}[]
}

export const packsFor = ({packs}: Settings, fields: Fields, profile: Profile): Packs => {
  const all = packs.map((pack) => ({pack, unbound: unboundBy(pack, fields, profile)}))
  return {
    binding: all.filter(({unbound}) => !unbound).map(({pack}) => pack),
    others: all.flatMap(({pack, unbound}) => (unbound ? [{pack, unbound}] : [])),
  }
}

/** What an ad and its employer are, as far as that decides which rules are run and how much they weigh. */
export interface Circumstances {
  settings: Settings
  profile: Profile
  nature: Nature
  packs: Packs
}

/** All that keeps a rule from being run; a rule without obstacles is run. */
export const obstaclesOf = (rule: Rule, circumstances: Circumstances): Obstacle[] => {
  const {profile, nature} = circumstances
  const obstacles = packObstacles(rule, circumstances.packs)
  const chosen = chosenSeverity(rule, circumstances)
  if (chosen === 'off') obstacles.push({kind: 'off'})
  else if (rule.optional && chosen === undefined) obstacles.push({kind: 'optional'})
  const {appliesTo} = rule
  for (const key in appliesTo) {
    const entry = profile[key]
    const wanted = appliesTo[key]!
    if (!wanted.includes(entry?.value ?? '')) obstacles.push({kind: 'profile', key, wanted, entry})
  }
  if (nature !== 'ad' && !rule.everyText) obstacles.push({kind: 'nature', nature})
  return obstacles
}

const packObstacles = ({id}: Rule, {binding, others}: Packs): Obstacle[] => {
  const other = others.find(({pack}) => id.startsWith(`${pack.id}/`))
  if (other) return [{kind: 'unbound', ...other}]
  const packId = packIdOf(id)
  return packId === undefined || binding.some((pack) => pack.id === packId) ? [] : [{kind: 'pack', packId}]
}

const packOfRule = new Map<string, string | undefined>()

/** The pack of the program that a rule is in. */
const packIdOf = (ruleId: string): string | undefined => {
  if (!packOfRule.has(ruleId))
    packOfRule.set(
      ruleId,
      packIds.find((packId) => ruleId.startsWith(`${packId}/`)),
    )
  return packOfRule.get(ruleId)
}

/** What the configuration says of a rule, else a pack that binds the employer. */
export const chosenSeverity = (
  {id}: Rule,
  {settings, packs}: Pick<Circumstances, 'settings' | 'packs'>,
): Severity | 'off' | undefined =>
  settings.rules.get(id)?.severity ??
  packs.binding.find(({severities}) => severities?.[id] !== undefined)?.severities?.[id]

/** The severity of a rule that is run: as chosen, else as the rule has it for this employer. */
export const severityOf = (rule: Rule, circumstances: Circumstances): Severity => {
  const chosen = chosenSeverity(rule, circumstances)
  if (chosen !== undefined && chosen !== 'off') return chosen
  const {profile} = circumstances
  return rule.severityWhen?.find((exception) => meets(profile, exception.profile))?.severity ?? rule.severity
}
