import type {LexiconEntry, Severity} from '../engine/types.ts'
import type {Block, Language, Span} from '../posting/types.ts'
import {type Context, contextExpressions, contextOf, type FoundSign, type Sign} from './context.ts'
import {type Match, type Phrase, PhraseIndex} from './phrases.ts'
import {replacementsFor} from './replacements.ts'
import {type Cue, roleCues, roleOf} from './roles.ts'
import {lowered, tokenise} from './tokens.ts'
import type {Role, Sentence} from './types.ts'

export interface RuledEntry extends LexiconEntry {
  ruleId: string
  /** What the rule looks at: the words as such, or (when absent) what they say about the applicant. */
  concerns?: 'wording' | 'applicant'
}

/** What the lexicon needs of a sentence. */
export type Findable = Pick<Sentence, 'text' | 'lower' | 'span' | 'language'>

export interface LexiconHit {
  ruleId: string
  entryId: string
  /** The exact words, in the coordinates of the sentence's span. */
  span: Span
  actual: string
  /** Replacements, best first, in the form, letter case and language of the words. */
  expected: string[]
  /** The only replacement can take the place of the words without touching those beside them. */
  exchangeable: boolean
  severity: Severity
  /** Id of the rule's message. */
  message: string
  /** Roles of sentences in which the entry counts, where they are not those of the rule. */
  roles?: readonly string[]
  /** The words in the same sentence that give a reason or name a law; not looked for in mere wording. */
  reason?: string
}

/** What is understood of a sentence. */
export interface Reading {
  role: Role
  /** In the order of the text. */
  hits: readonly LexiconHit[]
}

export interface Lexicon {
  /** The role of a sentence of a block, and its expressions. */
  read(sentence: Findable, block: Pick<Block, 'kind' | 'sections'>): Reading
  /** The expressions in one sentence, in the order of the text; a plain string counts as one sentence. */
  find(sentence: Findable | string): readonly LexiconHit[]
}

type Meaning =
  | {kind: 'hit' | 'except' | 'keep'; entry: RuledEntry}
  | {kind: 'context'; sign: Sign}
  | {kind: 'role'; cue: Cue}

function* phrasesOf(entry: RuledEntry): Iterable<Phrase<Meaning>> {
  const meaning: Meaning = {kind: entry.status === 'keep' ? 'keep' : 'hit', entry}
  for (const pattern of new Set([...entry.nb, ...entry.nn, ...(entry.en ?? [])])) {
    yield {pattern, value: meaning, tail: entry.compound_tail, noun: entry.title}
  }
  for (const pattern of entry.except ?? []) yield {pattern, value: {kind: 'except', entry}}
}

function* allPhrases(entries: readonly RuledEntry[]): Iterable<Phrase<Meaning>> {
  for (const entry of entries) yield* phrasesOf(entry)
  for (const [sign, patterns] of contextExpressions) {
    for (const pattern of patterns) yield {pattern, value: {kind: 'context', sign}}
  }
  for (const [pattern, cue] of roleCues) yield {pattern, value: {kind: 'role', cue}}
}

interface Claim {
  entry: RuledEntry
  match: Match<Meaning>
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

const silences = (guard: Claim, claim: Claim): boolean =>
  covers(guard.match, claim.match) &&
  (guard.entry === claim.entry ||
    (guard.entry.status === 'keep' && guard.entry.ruleId === claim.entry.ruleId))

const weight: Record<Severity, number> = {error: 2, warning: 1, info: 0}

/** Longest first; of two with the same words the graver, then the one that is not a mere part of a compound. */
const byStrength = (one: Claim, other: Claim): number =>
  other.match.end - other.match.start - (one.match.end - one.match.start) ||
  weight[other.entry.severity] - weight[one.entry.severity] ||
  one.match.head.length - other.match.head.length

const strongest = (claims: Claim[]): Claim[] => {
  const kept: Claim[] = []
  for (const claim of claims.toSorted(byStrength)) {
    const beaten = kept.some(
      ({entry, match}) => entry.ruleId === claim.entry.ruleId && overlaps(match, claim.match),
    )
    if (!beaten) kept.push(claim)
  }
  return kept.toSorted((one, other) => one.match.start - other.match.start)
}

/** A text that stands for itself, as one sentence. */
export const asSentence = (text: string, start = 0, language: Language = 'unknown'): Findable => {
  return {text, lower: lowered(text), language, span: {start, end: start + text.length}}
}

/** English sentences are searched for English expressions only, Norwegian ones for those of both written forms. */
const isSpoken = (entry: RuledEntry, pattern: string, language: Language): boolean => {
  if (language === 'unknown') return true
  if (language === 'en') return entry.en?.includes(pattern) ?? false
  return entry.nb.includes(pattern) || entry.nn.includes(pattern)
}

interface Sorted {
  claims: Claim[]
  guards: Claim[]
  signs: FoundSign[]
  cues: Cue[]
}

const sortOut = (matches: readonly Match<Meaning>[], language: Language): Sorted => {
  const sorted: Sorted = {claims: [], guards: [], signs: [], cues: []}
  for (const match of matches) {
    const {value} = match
    if (value.kind === 'context') sorted.signs.push({sign: value.sign, start: match.start, end: match.end})
    else if (value.kind === 'role') sorted.cues.push(value.cue)
    else if (value.kind !== 'hit') sorted.guards.push({entry: value.entry, match})
    else if (isSpoken(value.entry, match.pattern, language)) {
      sorted.claims.push({entry: value.entry, match})
    }
  }
  return sorted
}

/** What stands around the words lets them count. */
const counts = ({entry, match}: Claim, language: Language, context: Context): boolean => {
  if (!entry.title && language !== 'en' && context.isInName(match)) return false
  return entry.concerns === 'wording' || !(context.isNegated(match) || context.isAboutOthers(match))
}

const toHit = ({entry, match}: Claim, {text, span, language}: Findable, context: Context): LexiconHit => {
  const {start, end} = match
  const actual = text.slice(start - span.start, end - span.start)
  const before = text.slice(0, start - span.start)
  const {ruleId, id: entryId, severity, message = 'funn', roles, concerns} = entry
  const reason = concerns === 'wording' ? undefined : context.reason
  return {
    ruleId,
    entryId,
    span: {start, end},
    actual,
    ...replacementsFor({entry, match, actual, before, language}),
    severity,
    message,
    ...(roles && {roles}),
    ...(reason && {reason}),
  }
}

const nothing: readonly LexiconHit[] = []

const hitsOf = ({claims, guards, signs}: Sorted, sentence: Findable): readonly LexiconHit[] => {
  const open = claims.filter((claim) => !guards.some((guard) => silences(guard, claim)))
  if (open.length === 0) return nothing
  const {text, lower, span, language} = sentence
  const context = contextOf(text, span.start, tokenise(lower, span.start), signs)
  return strongest(open.filter((claim) => counts(claim, language, context))).map((claim) =>
    toHit(claim, sentence, context),
  )
}

/**
 * One index over the expressions of all rules, of the context and of the roles, so that a sentence is searched once.
 * The longest of overlapping hits of a rule wins; what an exception of its entry, or a kept word of its rule, covers
 * is no hit, nor is what the context takes back.
 * Throws an `Error` that names an expression that is not well formed, when first used.
 */
export const createLexicon = (entries: readonly RuledEntry[]): Lexicon => {
  let index: PhraseIndex<Meaning> | undefined
  const search = ({lower, span, language}: Findable): Sorted => {
    index ??= new PhraseIndex(allPhrases(entries))
    return sortOut(index.find(lower, span.start), language)
  }
  return {
    read(sentence, block) {
      const found = search(sentence)
      return {role: roleOf(found.cues, block), hits: hitsOf(found, sentence)}
    },
    find(given) {
      const sentence = typeof given === 'string' ? asSentence(given) : given
      return hitsOf(search(sentence), sentence)
    },
  }
}
