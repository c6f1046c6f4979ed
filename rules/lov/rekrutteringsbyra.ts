import type {Check} from '../../src/engine/types.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'
import organisationData from '../../src/vocabulary/organisations.yml'
import {lazily} from '../../src/vocabulary/pattern.ts'

const {recruiters} = organisationData as {recruiters: string[]}
const known = lazily(`(?<![\\p{L}\\p{N}@.])(?:${recruiters.join('|')})(?![\\p{L}\\p{N}@]|\\.\\p{L})`)
const kinds = lazily(
  '(?<!\\p{L})(?:rekrutteringsselskap|rekrutteringsbyrå|bemanningsselskap|bemanningsbyrå|bemanningsforetak)(?:et)?(?!\\p{L})',
)
const client =
  '(?:kunde|kunden|kundane|kundene|kunder|kundar|oppdragsgiver|oppdragsgivere|oppdragsgivar|oppdragsgjevar|oppdragsgjevarar|oppdragsgjevarane)'
const phrases = [
  `(?:på vegne av|på vegner av|for) (?:(?:vår|en|ein) (?:faste? |gode? )?(?:kunde|oppdragsgiv[ea]r|oppdragsgjevar)|(?:en av|ein av) (?:våre )?${client}(?: våre)?)(?!\\p{L})`,
  'vår (?:kunde|oppdragsgiv[ea]r|oppdragsgjevar) (?:søker|søkjer|ønsker å være anonym|ønskjer å vere anonym)',
  '(?:på vegne av|på vegner av|bistår|hjelper) (?:en|ein|ei|et|eit) (?:\\p{L}+ ){0,2}(?:virksomhet|verksemd|kommune|arbeidsgiver|arbeidsgivar|bedrift|etat)(?: (?:\\p{L}+ ){0,3}med å (?:finne|rekruttere))?(?!\\p{L})',
  'vår(?:e)? (?:rådgiver|rådgjevar|konsulent|rekrutterer|rekrutterar)(?:e|ar)? hos \\p{L}+',
  '(?:rådgiveren|rådgjevaren|konsulenten) vår hos \\p{L}+',
].map((source) => lazily(`(?<!\\p{L})(?:${source})`))
/** One who acts for a customer as a part of the job seeks nobody. */
const seeks = lazily('søk|på jakt|på leit|leter|leitar|rekrutter|lyser|ansett|tilset|kontakt')
const isOtherService = lazily('bakgrunnssjekk|bakgrunnskontroll|leverandør|erfaring|røynsle')
const tellsRole = lazily(
  'bistår|bistand|samarbeid med|på vegne av|på vegner av|oppdragsgi|oppdragsgj|rekrutteringspro|rekrutteringsselskap|rekrutteringsbyrå|hjelper oss|hjelper til|prosessen|søkeprosess|assist|on behalf',
)
const isRefused = lazily('(?<!\\p{L})(?:ikke|ikkje|not|no)(?!\\p{L})')

/** A recruitment agency that is named without the employer, or without what it does. */
export const check: Check = ({posting, fields, analysis: {sentences}}) => {
  const agency = agencyIn(sentences)
  if (!agency) return []
  const data = {ord: posting.words(agency)}
  const isNamed = fields.arbeidsgiver.some(({value}) => !known().test(value.value))
  if (!isNamed) return [{message: 'arbeidsgiver', span: agency, data}]
  return sentences.some(({lower}) => tellsRole().test(lower)) ? [] : [{message: 'rolle', span: agency, data}]
}

const agencyIn = (sentences: readonly Sentence[]): Span | undefined => {
  for (const {text, lower, span} of sentences) {
    const match = known().exec(text) ?? (seeks().test(lower) ? firstOf(lower) : undefined)
    if (match && !isRefused().test(lower) && !isOtherService().test(lower)) {
      const start = span.start + match.index
      return {start, end: start + match[0].length}
    }
  }
  return
}

const firstOf = (lower: string): RegExpExecArray | undefined => {
  for (const pattern of [kinds, ...phrases]) {
    const match = pattern().exec(lower)
    if (match) return match
  }
  return
}
