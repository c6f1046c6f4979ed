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
  '(?:kunde|kunden|kundar|kundane|kunder|oppdragsgiver|oppdragsgivere|oppdragsgivar|oppdragsgjevar|oppdragsgjevarar)'
const phrases = [
  `(?:på vegne av|på vegner av|for) (?:vår|vårt|våre|en av våre|ein av våre|en|ein) (?:faste? |gode? )?${client}(?: våre?)?(?!\\p{L})`,
  '(?:på vegner av|for) (?:ein av|ein) (?:kundane|oppdragsgjevarane) våre',
  'vår(?:e)? (?:rådgiver|rådgjevar|konsulent|rekrutterer|rekrutterar)(?:e|ar)? hos \\p{L}+',
  '(?:rådgiveren|rådgjevaren|konsulenten) vår hos \\p{L}+',
].map((source) => lazily(`(?<!\\p{L})(?:${source})`))
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
    const match = known().exec(text) ?? firstOf(lower)
    if (match && !isRefused().test(lower)) {
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
