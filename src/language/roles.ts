import {compiledRoles} from 'virtual:expressions'
import type {Block, BlockKind, Section} from '../posting/types.ts'
import data from './roles.yml'
import type {Passage} from './search/passage.ts'
import {PhraseSearch} from './search/search.ts'
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

/** In the order in which the build has compiled them. */
const cues: readonly Cue[] = rules.flatMap(({cues = []}, rank) => cues.map((_, line) => ({rank, line})))

let search: PhraseSearch | undefined

const cuesIn = (words: string | Passage): Cue[] => {
  search ??= new PhraseSearch(compiledRoles())
  return search.find(words).map(({phrase}) => cues[phrase]!)
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
 * @param words the sentence in lower case
 */
export const roleOf = (words: string | Passage, {kind, sections}: Surroundings): Role => {
  const here = sections.length ? sections : (['annet'] as const)
  const found = cuesIn(words)
  const counts = (rank: number): boolean => {
    const {atLeast = 1, among} = rules[rank]!
    return linesOf(found, rank).size >= atLeast && (!among || isAmong(among, here))
  }
  let best = rankOf(kind, here)
  for (const {rank} of found) if (rank < best && counts(rank)) best = rank
  return rules[best]?.role ?? 'annet'
}
