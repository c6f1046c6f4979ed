import type {Language} from '../posting/types.ts'
import {genitive, inflect, isExchangeable, withCapitalsOf} from './inflection.ts'
import type {Match} from './search/search.ts'
import type {LexiconEntry} from './types.ts'

interface Found {
  entry: LexiconEntry
  match: Pick<Match, 'pattern' | 'head' | 'genitive'>
  /** The words found, and what stands before them in their sentence. */
  actual: string
  before: string
  /** The language of the sentence. */
  language: Language
}

interface Replacements {
  /** Best first, in the form, letter case and language of the words found. */
  expected: string[]
  /** There is one, and it can take the place of the words without touching those beside them. */
  exchangeable: boolean
}

/** What to write instead of an expression that was found. */
export const replacementsFor = (found: Found): Replacements => {
  const {entry, match, actual, before, language} = found
  const isEnglish = ![...entry.nb, ...entry.nn].includes(match.pattern)
  if (language === 'en' || isEnglish) {
    return {expected: (entry.to_en ?? []).map((one) => withCapitalsOf(actual, one)), exchangeable: false}
  }
  const written = standardOf(found)
  const all = (written === 'nn' ? entry.to_nn : entry.to_nb) ?? []
  if (!entry.title) {
    return {expected: all.map((one) => withCapitalsOf(actual, one)), exchangeable: false}
  }
  const forms = entry[written].includes(match.pattern) ? entry[written] : entry.nb
  const expected = (match.head ? all.slice(0, 1) : all).map((one) => {
    const inflected = match.head + inflect(one, match.pattern, forms, written)
    return withCapitalsOf(actual, match.genitive ? genitive(inflected) : inflected)
  })
  return {expected, exchangeable: all.length === 1 && isExchangeable(all[0]!, before, written)}
}

/** The written standard to answer in: that of the sentence, else the only one that has the expression. */
const standardOf = ({entry, match, language}: Found): 'nb' | 'nn' => {
  if (language === 'nn') return 'nn'
  const onlyNynorsk = !entry.nb.includes(match.pattern) && entry.nn.includes(match.pattern)
  return language !== 'nb' && onlyNynorsk ? 'nn' : 'nb'
}
