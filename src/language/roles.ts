import type {Block, BlockKind, Section} from '../posting/types.ts'
import {type Phrase, PhraseIndex} from './phrases.ts'
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

/** The place of a rule in the list, and the line of its cue. */
interface Cue {
  rank: number
  line: number
}

function* phrases(): Iterable<Phrase<Cue>> {
  for (const [rank, {cues = []}] of rules.entries()) {
    for (const [line, pattern] of cues.entries()) yield {pattern, value: {rank, line}}
  }
}

let index: PhraseIndex<Cue> | undefined

const cuesIn = (lower: string): Cue[] => {
  index ??= new PhraseIndex(phrases())
  return index.find(lower).map(({value}) => value)
}

type Surroundings = Pick<Block, 'kind' | 'sections'>

const isAmong = (some: readonly Section[] | undefined, sections: readonly Section[]): boolean =>
  some?.some((section) => sections.includes(section)) ?? false

/** The place in the list of the first rule that a block fits by its kind or section, whatever its words. */
const rankOf = (kind: BlockKind, sections: readonly Section[]): number => {
  const rank = rules.findIndex((rule) => rule.kinds?.includes(kind) || isAmong(rule.sections, sections))
  return rank < 0 ? rules.length : rank
}

const linesOf = (cues: readonly Cue[], rank: number): Set<number> =>
  new Set(cues.filter((cue) => cue.rank === rank).map(({line}) => line))

/**
 * What a sentence does in the ad: told by the kind and section of its block, and by the cues in its words.
 *
 * @param lower the sentence in lower case
 */
export const roleOf = (lower: string, {kind, sections}: Surroundings): Role => {
  const here = sections.length ? sections : (['annet'] as const)
  const cues = cuesIn(lower)
  const counts = (rank: number): boolean => {
    const {atLeast = 1, among} = rules[rank]!
    return linesOf(cues, rank).size >= atLeast && (!among || isAmong(among, here))
  }
  let best = rankOf(kind, here)
  for (const {rank} of cues) if (rank < best && counts(rank)) best = rank
  return rules[best]?.role ?? 'annet'
}
