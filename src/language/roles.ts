import type {Block, BlockKind, Section} from '../posting/types.ts'
import {type Phrase, PhraseIndex} from './phrases.ts'
import data from './roles.yml'
import type {Role, Sentence} from './types.ts'

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

interface Cue {
  rule: RoleRule
  line: number
}

function* phrases(): Iterable<Phrase<Cue>> {
  for (const rule of rules) {
    for (const [line, pattern] of (rule.cues ?? []).entries()) yield {pattern, value: {rule, line}}
  }
}

let index: PhraseIndex<Cue> | undefined

const cuesIn = ({
  text,
  tokens,
  span,
}: Pick<Sentence, 'text' | 'tokens' | 'span'>): Map<RoleRule, Set<number>> => {
  index ??= new PhraseIndex(phrases())
  const found = new Map<RoleRule, Set<number>>()
  for (const {value} of index.find(text, tokens, span.start)) {
    const lines = found.get(value.rule) ?? new Set()
    found.set(value.rule, lines.add(value.line))
  }
  return found
}

const shares = (some: readonly Section[] | undefined, sections: readonly Section[]): boolean =>
  some?.some((section) => sections.includes(section)) ?? false

/** What a sentence does in the ad, told by the block and section that it stands in and by its cue words. */
export const roleOf = (
  sentence: Pick<Sentence, 'text' | 'tokens' | 'span'>,
  {kind, sections}: Pick<Block, 'kind' | 'sections'>,
): Role => {
  const cues = cuesIn(sentence)
  const here = sections.length ? sections : (['annet'] as const)
  const fits = (rule: RoleRule): boolean =>
    (rule.kinds?.includes(kind) ?? false) ||
    shares(rule.sections, here) ||
    ((cues.get(rule)?.size ?? 0) >= (rule.atLeast ?? 1) && (!rule.among || shares(rule.among, here)))
  return rules.find(fits)?.role ?? 'annet'
}
