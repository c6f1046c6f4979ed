import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {type PhraseFinder, phraseFinders} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'
import lists from '../../src/vocabulary/police-certificate.yml?phrases'

const find = phraseFinders<
  'certificates' | 'handled' | 'outdated' | 'punished' | 'records' | 'served' | 'welcomed'
>(lists)

/** Sentences that tell neither what is demanded nor whom the work is for. */
const leftOut: readonly Role[] = ['sitat', 'mangfoldserklæring', 'søkerliste']

/** Employers whose staff in these sectors the law asks for a certificate; absent: whoever it is but the state. */
const sectors: Readonly<Record<string, readonly string[] | undefined>> = {
  barnehage: undefined,
  skole: undefined,
  barnevern: undefined,
  'helse-omsorg': ['kommune', 'kommunalt-foretak'],
}

/** A police certificate is asked for by law only, and the ad names the law; where the law asks for it, the ad says so. */
export const check: Check = (context) => {
  const sentences = context.analysis.sentences.filter(({role}) => !leftOut.includes(role))
  const mentions = sentences.filter(({words}) => find.certificates(words).length > 0)
  const record = sentences.flatMap((sentence) => [
    ...demandsIn(sentence, find.records),
    ...punishmentsIn(sentence),
  ])[0]
  if (record) return [hitOf('vandel', record, context)]
  if (mentions.length === 0) return missing(sentences, context)
  const [demand] = mentions.flatMap((sentence) => demandsIn(sentence, find.certificates))
  if (!demand) return []
  const isGrounded = mentions.some((sentence) => hasBasis(sentence, sentences))
  if (!isGrounded) return [hitOf(isEvident(sentences, context) ? 'grunnlag' : 'hjemmel', demand, context)]
  const outdated = mentions.flatMap(({words, span}) => find.outdated(words, span.start))[0]
  return outdated ? [{...hitOf('utdatert', outdated, context), expected: ['politiattest']}] : []
}

/** "Du må ikke være straffet": the negation is what is demanded. */
const punishmentsIn = ({role, words, span}: Sentence): Span[] => {
  const punished = role === 'oppgave' ? [] : find.punished(words, span.start)
  return punished.length > 0 && find.welcomed(words).length === 0 ? punished : []
}

const hitOf = (message: string, span: Span, {posting}: RuleContext): Hit => ({
  message,
  span,
  data: {ord: posting.text.slice(span.start, span.end)},
})

const demandsIn = (sentence: Sentence, wordsIn: PhraseFinder): Span[] => {
  const {role, words, span} = sentence
  const found = role === 'oppgave' ? [] : wordsIn(words, span.start)
  if (found.length === 0 || find.handled(words).length > 0) return []
  return found.filter((one) => !contextIn(sentence).isNegated(one))
}

/** The sentence names the law or those whom the work is for, or the next one of its block does. */
const hasBasis = (sentence: Sentence, sentences: readonly Sentence[]): boolean => {
  const next = sentences[sentences.indexOf(sentence) + 1]
  const around = next?.block === sentence.block ? [sentence, next] : [sentence]
  return find.served(sentence.words).length > 0 || around.some((one) => contextIn(one).reason !== undefined)
}

/** The work is with those whom the law protects. */
const isEvident = (sentences: readonly Sentence[], {profile}: RuleContext): boolean =>
  (profile.sektor?.value ?? '') in sectors || sentences.some(({words}) => find.served(words).length > 0)

const missing = (sentences: readonly Sentence[], {profile}: RuleContext): Hit[] => {
  const sector = profile.sektor?.value ?? ''
  const employer = profile.arbeidsgivertype?.value ?? ''
  if (!(sector in sectors) || employer === 'stat') return []
  const isCovered = sectors[sector]?.includes(employer) ?? true
  return isCovered && sentences.some(({words}) => find.served(words).length > 0) ? [{message: 'mangler'}] : []
}
