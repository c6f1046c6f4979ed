import type {Block, BlockKind, Section} from '../posting/types.ts'
import data from './roles.yml'
import type {Role} from './types.ts'

interface RoleRule {
  role: Role
  kinds?: BlockKind[]
  sections?: Section[]
  cues?: string[]
  /** How many different cues it takes; one when absent. */
  atLeast?: number
  /** The sections in which the cues count; all when absent. */
  among?: Section[]
}

const rules = data as RoleRule[]

/** An expression that speaks for a role, with the line of the role's list that it stands on. */
export interface Cue {
  rule: RoleRule
  line: number
}

/** The expressions to search a sentence for before its role is told. */
export const roleCues: readonly (readonly [pattern: string, Cue])[] = rules.flatMap((rule) =>
  (rule.cues ?? []).map((pattern, line) => [pattern, {rule, line}] as const),
)

const countOf = (rule: RoleRule, cues: readonly Cue[]): number => {
  const lines = cues.filter((cue) => cue.rule === rule).map(({line}) => line)
  return lines.length < 2 ? lines.length : new Set(lines).size
}

const shares = (some: readonly Section[] | undefined, sections: readonly Section[]): boolean =>
  some?.some((section) => sections.includes(section)) ?? false

/** What a sentence does in the ad, told by the block and section that it stands in and by the cues found in it. */
export const roleOf = (cues: readonly Cue[], {kind, sections}: Pick<Block, 'kind' | 'sections'>): Role => {
  const here = sections.length ? sections : (['annet'] as const)
  const fits = (rule: RoleRule): boolean =>
    (rule.kinds?.includes(kind) ?? false) ||
    shares(rule.sections, here) ||
    (countOf(rule, cues) >= (rule.atLeast ?? 1) && (!rule.among || shares(rule.among, here)))
  return rules.find(fits)?.role ?? 'annet'
}
