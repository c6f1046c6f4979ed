import type {Check, RuleContext} from '../../src/engine/types.ts'
import {demandsIn} from '../../src/language/demands.ts'
import {createPhraseFinder} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import data from '../../src/vocabulary/foreign-languages.yml'

const words = data as Record<'languages' | 'skills' | 'unless' | 'uses', string[]>
const languagesIn = createPhraseFinder(words.languages)
const skillsIn = createPhraseFinder(words.skills)
const exceptionsIn = createPhraseFinder(words.unless)
const usesIn = createPhraseFinder(words.uses)

/** Sentences that say nothing of the work, whatever languages and countries they name. */
const notOfWork: readonly Role[] = ['mangfoldserklæring', 'søkerliste', 'nøkkelinfo', 'kontakt']

/** Another language than Norwegian is demanded, and nothing else in the ad shows what it is for. */
export const check: Check = (context) => {
  if (context.posting.language === 'en') return []
  for (const demand of demandsIn(context.analysis.sentences)) {
    const [language] = languagesIn(demand.lower, demand.span.start)
    if (!language || skillsIn(demand.lower).length === 0 || exceptionsIn(demand.lower).length > 0) continue
    const {reason, isNegated} = contextIn(demand)
    if (reason !== undefined || isNegated(language)) continue
    if (isUsed(demand, context)) return []
    const ord = context.posting.text.slice(language.start, language.end)
    return [{message: 'funn', span: language, data: {ord}}]
  }
  return []
}

const isUsed = (demand: Sentence, {analysis}: RuleContext): boolean =>
  analysis.sentences.some(
    (sentence) =>
      sentence !== demand && !notOfWork.includes(sentence.role) && usesIn(sentence.lower).length > 0,
  )
