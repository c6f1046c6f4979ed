import type {Language, Span} from '../posting/types.ts'
import {inLowerCase} from '../vocabulary/pattern.ts'
import type {Context} from './context.ts'
import {replacementsFor} from './replacements.ts'
import {common} from './search/common.ts'
import {compileLexicon, type LexiconData} from './search/compile.ts'
import {passageOf} from './search/passage.ts'
import {type Pattern, readPattern} from './search/pattern.ts'
import {type Match, PhraseSearch} from './search/search.ts'
import {contextIn} from './sentence-context.ts'
import {startsOfWords} from './tokens.ts'
import type {LexiconEntry, LexiconHit, Sentence, Severity} from './types.ts'

export interface RuledEntry extends LexiconEntry {
  ruleId: string
  /** What the rule looks at: the words as such, or (when absent) what they say about the applicant. */
  concerns?: 'wording' | 'applicant'
}

/** What the lexicon needs of a sentence. */
export type Findable = Pick<Sentence, 'text' | 'words' | 'span' | 'language'>

/** An expression that was found, before what stands around it has been looked at. */
export interface Claim {
  entry: RuledEntry
  match: Match
}

/** Entries by the numbers that the compiled data knows them by. */
export interface NumberedEntries {
  at(number: number): RuledEntry
  ruleIdAt(number: number): string
}

export interface Lexicon {
  /** The expressions in a text of one or more sentences. */
  search(text: Omit<Findable, 'text'>): readonly Claim[]
  /** Those of the expressions found in a sentence that count there, in the order of the text. */
  hitsOf(claims: readonly Claim[], sentence: Findable): readonly LexiconHit[]
  /** The expressions in one sentence, in the order of the text; a plain string counts as one sentence. */
  find(sentence: Findable | string): readonly LexiconHit[]
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

const silences = (kept: Claim, claim: Claim): boolean =>
  covers(kept.match, claim.match) && kept.entry.ruleId === claim.entry.ruleId

/** An exception of the entry covers the words. */
const isExcepted = ({match}: Claim, exceptions: readonly Pattern[], {words, span}: Findable): boolean => {
  if (exceptions.length === 0) return false
  const [start, end] = [match.start - span.start, match.end - span.start]
  const {lower} = words
  const before = startsOfWords(lower.slice(0, start + 1))
  return exceptions.some(({endIn}) => before.some((place) => (endIn(lower, place) ?? 0) >= end))
}

const weight: Record<Severity, number> = {error: 2, warning: 1, info: 0}

const weightOf = ({entry: {severity = 'warning'}}: Claim): number => weight[severity]

/** Longest first; of two with the same words the graver, then the one that is not a mere part of a compound. */
const byStrength = (one: Claim, other: Claim): number =>
  other.match.end - other.match.start - (one.match.end - one.match.start) ||
  weightOf(other) - weightOf(one) ||
  one.match.head.length - other.match.head.length

const strongest = (claims: readonly Claim[]): Claim[] => {
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
export const asSentence = (text: string, start = 0, language: Language = 'unknown'): Findable => ({
  text,
  words: passageOf(inLowerCase(text)),
  language,
  span: {start, end: start + text.length},
})

/** English sentences are searched for English expressions only, Norwegian ones for those of both written forms. */
const isSpoken = (entry: RuledEntry, pattern: string, language: Language): boolean => {
  if (language === 'unknown') return true
  if (language === 'en') return entry.en?.includes(pattern) ?? false
  return entry.nb.includes(pattern) || entry.nn.includes(pattern)
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
    message,
    ...(severity && {severity}),
    ...(roles && {roles}),
    ...(reason && {reason}),
  }
}

const nothing: readonly LexiconHit[] = []

/**
 * A text is searched once for the expressions of all rules; a sentence in which something is found is searched once
 * more, for what stands around it. The longest of overlapping hits of a rule wins; what an exception of its entry, or
 * a kept word of its rule, covers is no hit, nor is what the context takes back.
 *
 * @param compiled gives what is searched with when it is first needed
 */
export const lexiconFrom = (compiled: () => LexiconData, entries: NumberedEntries): Lexicon => {
  let data: LexiconData | undefined
  let search: PhraseSearch | undefined
  let keptWords: PhraseSearch | undefined
  let rulesWithKept: ReadonlySet<string> | undefined
  const exceptions = new Map<RuledEntry, readonly Pattern[]>()
  const exceptionsOf = (entry: RuledEntry): readonly Pattern[] => {
    const known = exceptions.get(entry)
    if (known) return known
    const read = (entry.except ?? []).map((pattern) => readPattern(pattern))
    exceptions.set(entry, read)
    return read
  }

  const claimsIn = ({words, span, language}: Omit<Findable, 'text'>): Claim[] => {
    data ??= compiled()
    search ??= new PhraseSearch(data.words)
    const claims: Claim[] = []
    for (const match of search.find(words, span.start)) {
      const entry = entries.at(data.owners[match.phrase]!)
      if (isSpoken(entry, match.pattern, language)) claims.push({entry, match})
    }
    return claims
  }

  const hasKept = (ruleId: string): boolean => {
    rulesWithKept ??= new Set(data!.keepers.map(entries.ruleIdAt))
    return rulesWithKept.has(ruleId)
  }
  const keptIn = ({words, span}: Findable): Claim[] => {
    keptWords ??= new PhraseSearch(data!.kept)
    return keptWords
      .find(words, span.start)
      .map((match) => ({entry: entries.at(data!.keepers[match.phrase]!), match}))
  }

  const hitsOf = (claims: readonly Claim[], sentence: Findable): readonly LexiconHit[] => {
    if (claims.length === 0) return nothing
    const kept = claims.some(({entry}) => hasKept(entry.ruleId)) ? keptIn(sentence) : []
    const context = contextIn(sentence)
    const open = claims.filter(
      (claim) =>
        !kept.some((one) => silences(one, claim)) &&
        !isExcepted(claim, exceptionsOf(claim.entry), sentence) &&
        counts(claim, sentence.language, context),
    )
    return strongest(open).map((claim) => toHit(claim, sentence, context))
  }

  return {
    search: claimsIn,
    hitsOf,
    find(given) {
      const sentence = typeof given === 'string' ? asSentence(given) : given
      return hitsOf(claimsIn(sentence), sentence)
    },
  }
}

/**
 * A lexicon of entries that are not known to the build.
 * Throws an `Error` that names an expression that is not well formed, when first used.
 */
export const createLexicon = (entries: readonly RuledEntry[]): Lexicon =>
  lexiconFrom(() => compileLexicon(entries, common), {
    at: (number) => entries[number]!,
    ruleIdAt: (number) => entries[number]!.ruleId,
  })
