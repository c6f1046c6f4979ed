import type {LexiconEntry, Severity} from '../engine/types.ts'
import type {Language, Span} from '../posting/types.ts'
import {genitive, inflect, withCapitalsOf} from './inflection.ts'
import {type Match, type Phrase, PhraseIndex} from './phrases.ts'
import reasons from './reasons.yml'
import {tokenise} from './tokens.ts'
import type {Sentence} from './types.ts'

export type RuledEntry = LexiconEntry & {ruleId: string}

/** What the lexicon needs of a sentence. */
export type Findable = Pick<Sentence, 'text' | 'span' | 'language' | 'tokens'>

export interface LexiconHit {
  ruleId: string
  entryId: string
  /** The exact words, in the coordinates of the sentence's span. */
  span: Span
  actual: string
  /** Replacements, best first, in the form, letter case and language of the words. */
  expected: string[]
  severity: Severity
  /** Id of the rule's message. */
  message: string
  /** The words in the same sentence that give a reason or name a law. */
  reason?: string
}

export interface Lexicon {
  /** The expressions in one sentence, in the order of the text; a plain string counts as one sentence. */
  find(sentence: Findable | string): LexiconHit[]
}

type Meaning = {kind: 'hit' | 'except' | 'keep'; entry: RuledEntry} | {kind: 'reason'}

const {signs, expressions} = reasons as {signs: readonly string[]; expressions: readonly string[]}

function* phrasesOf(entry: RuledEntry): Iterable<Phrase<Meaning>> {
  const meaning: Meaning = {kind: entry.status === 'keep' ? 'keep' : 'hit', entry}
  for (const pattern of new Set([...entry.nb, ...entry.nn, ...(entry.en ?? [])])) {
    yield {pattern, value: meaning, tail: entry.compound_tail, noun: entry.title}
  }
  for (const pattern of entry.except ?? []) yield {pattern, value: {kind: 'except', entry}}
}

function* allPhrases(entries: readonly RuledEntry[]): Iterable<Phrase<Meaning>> {
  for (const entry of entries) yield* phrasesOf(entry)
  for (const pattern of expressions) yield {pattern, value: {kind: 'reason'}}
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

const languageOf = ({entry, match}: Claim, language: Language): 'nb' | 'nn' => {
  if (language === 'nn') return 'nn'
  const onlyNynorsk = !entry.nb.includes(match.pattern) && entry.nn.includes(match.pattern)
  return language !== 'nb' && onlyNynorsk ? 'nn' : 'nb'
}

const expectedOf = (claim: Claim, actual: string, language: Language): string[] => {
  const {entry, match} = claim
  const form = languageOf(claim, language)
  const replacements = (form === 'nn' ? entry.to_nn : entry.to_nb) ?? []
  if (!entry.title) return replacements.map((replacement) => withCapitalsOf(actual, replacement))
  const forms = entry[form].includes(match.pattern) ? entry[form] : entry.nb
  return (match.head ? replacements.slice(0, 1) : replacements).map((replacement) => {
    const inflected = match.head + inflect(replacement, match.pattern, forms, form)
    return withCapitalsOf(actual, match.genitive ? genitive(inflected) : inflected)
  })
}

const asSentence = (text: string): Findable => ({
  text,
  span: {start: 0, end: text.length},
  language: 'unknown',
  tokens: tokenise(text),
})

const reasonIn = (text: string, offset: number, matches: readonly Match<Meaning>[]): string | undefined => {
  const match = matches.find(({value}) => value.kind === 'reason')
  return match
    ? text.slice(match.start - offset, match.end - offset)
    : signs.find((sign) => text.includes(sign))
}

/** English sentences are searched for English expressions only, Norwegian ones for those of both written forms. */
const isSpoken = (entry: RuledEntry, pattern: string, language: Language): boolean => {
  if (language === 'unknown') return true
  if (language === 'en') return entry.en?.includes(pattern) ?? false
  return entry.nb.includes(pattern) || entry.nn.includes(pattern)
}

const sortOut = (
  matches: readonly Match<Meaning>[],
  language: Language,
): {claims: Claim[]; guards: Claim[]} => {
  const claims: Claim[] = []
  const guards: Claim[] = []
  for (const match of matches) {
    if (match.value.kind === 'reason') continue
    const {kind, entry} = match.value
    if (kind !== 'hit') guards.push({entry, match})
    else if (isSpoken(entry, match.pattern, language)) claims.push({entry, match})
  }
  return {claims, guards}
}

const toHit = (claim: Claim, {text, span, language}: Findable, reason: string | undefined): LexiconHit => {
  const {entry, match} = claim
  const {start, end} = match
  const actual = text.slice(start - span.start, end - span.start)
  const {ruleId, id: entryId, severity, message = 'funn'} = entry
  const expected = expectedOf(claim, actual, language)
  return {ruleId, entryId, span: {start, end}, actual, expected, severity, message, ...(reason && {reason})}
}

/**
 * One index over the expressions of all rules. The longest of overlapping hits of a rule wins; what an exception
 * of its entry, or a kept word of its rule, covers is no hit.
 * Throws an `Error` that names an expression that is not well formed, when first used.
 */
export const createLexicon = (entries: readonly RuledEntry[]): Lexicon => {
  let index: PhraseIndex<Meaning> | undefined
  return {
    find(given) {
      const sentence = typeof given === 'string' ? asSentence(given) : given
      const offset = sentence.span.start
      index ??= new PhraseIndex(allPhrases(entries))
      const matches = index.find(sentence.text, sentence.tokens, offset)
      const {claims, guards} = sortOut(matches, sentence.language)
      const open = claims.filter((claim) => !guards.some((guard) => silences(guard, claim)))
      if (!open.length) return []
      const reason = reasonIn(sentence.text, offset, matches)
      return strongest(open).map((claim) => toHit(claim, sentence, reason))
    },
  }
}
