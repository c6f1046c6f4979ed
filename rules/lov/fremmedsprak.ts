import type {Check, RuleContext} from '../../src/engine/types.ts'
import {demandsIn} from '../../src/language/demands.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import lists from '../../src/vocabulary/foreign-languages.yml?phrases'

const find = phraseFinders<'languages' | 'skills' | 'unless' | 'uses'>(lists)

/** Sentences that say nothing of the work, whatever languages and countries they name. */
const notOfWork: readonly Role[] = ['mangfoldserklæring', 'søkerliste', 'nøkkelinfo', 'kontakt']

/** Another language than Norwegian is demanded, and nothing else in the ad shows what it is for. */
export const check: Check = (context) => {
  if (context.posting.language === 'en') return []
  for (const demand of demandsIn(context.analysis.sentences)) {
    const [language] = find.languages(demand.words, demand.span.start)
    if (!language || find.skills(demand.words).length === 0 || find.unless(demand.words).length > 0) continue
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
      sentence !== demand && !notOfWork.includes(sentence.role) && find.uses(sentence.words).length > 0,
  )
