import type {Fields} from '../fields/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import {rules as allRules} from './rules.ts'
import type {Profile, Rule, Severity, Text} from './types.ts'

/** One demand or promise of a policy, in our own words. */
export interface Clause {
  id: string
  /** The section of the policy that it stands in, in the policy's own language. */
  heading: string
  /** Where it stands, when that is not the address of the pack. */
  url?: string
  text: Text
  /** What an ad can show of it. */
  ad?: Text
  /** Ids of the rules that it gives reason for; `lov/*` is all rules of a pack. */
  rules?: readonly string[]
  /** Why no rule checks it. */
  reason?: Text
  /** Fingerprints of the sentences that it sums up (see `src/packs/fingerprint.ts`). */
  sentences?: readonly string[]
}

/** `pack.yml`, as `schemas/pack.schema.json` describes it. */
export interface PackFile {
  id: string
  title: Text
  url?: string
  /** Whom the pack binds; everybody when absent. */
  employer?: {names?: readonly string[]; types?: readonly string[]}
  /** Rules of other packs that weigh otherwise under this one. */
  severities?: Readonly<Record<string, Severity>>
  clauses?: readonly Clause[]
  /** Fingerprints of all sentences of the policy, in their order, also of those that belong to no clause. */
  sentences?: readonly string[]
}

/** A folder of rules that is off until an employer switches it on. */
export interface Pack extends PackFile {
  rules: readonly Rule[]
  /** Where a part of a rule stands, by its keys; absent in packs that come with the program. */
  placeOf?(ruleId: string, keys: readonly string[]): {path: string; line: number} | undefined
}

const folder = '../../rules/'

/** A pack is read when somebody switches it on. */
const files = Object.entries(
  import.meta.glob<() => PackFile>('../../rules/**/pack.yml', {
    eager: true,
    import: 'default',
    query: '?lazy',
  }),
).map(([path, read]) => ({id: path.slice(folder.length, -'/pack.yml'.length), read}))

const isOf =
  (packId: string) =>
  ({id}: {id: string}): boolean =>
    id.startsWith(`${packId}/`)

/** The rules that are in no pack: they apply to all who do not switch them off. */
export const commonRules: readonly Rule[] = allRules.filter((rule) => !files.some(({id}) => isOf(id)(rule)))

/** The ids of the packs that come with the program. */
export const packIds: readonly string[] = files.map(({id}) => id)

/** A pack that comes with the program, by its id or the last part of it: `policy/baerum`, `baerum`. */
export const packNamed = (name: string): Pack | undefined => {
  const file = files.find(({id}) => id === name || id.endsWith(`/${name}`))
  return file && {...file.read(), rules: allRules.filter(isOf(file.id))}
}

/** Whether a rule id, or all rules of a folder (`lov/*`), is meant. */
export const isMeant = (pattern: string, ruleId: string): boolean =>
  pattern.endsWith('/*') ? isOf(pattern.slice(0, -2))({id: ruleId}) : pattern === ruleId

/** Why a pack does not bind the employer of an ad; undefined when it does, or when nothing speaks against it. */
export interface Unbound {
  /** The employer that the ad names, or its type. */
  employer: string
}

export const unboundBy = ({employer}: PackFile, fields: Fields, profile: Profile): Unbound | undefined => {
  const type = profile.arbeidsgivertype?.value ?? 'ukjent'
  const named = fields.arbeidsgiver.map(({value}) => value.value)
  const isNamed = employer?.names?.some((name) =>
    named.some((one) => inLowerCase(one).includes(inLowerCase(name))),
  )
  if (employer?.names && named.length > 0 && !isNamed) return {employer: named[0]!}
  if (employer?.types && type !== 'ukjent' && !employer.types.includes(type))
    return {employer: named[0] ?? type}
  return undefined
}
