import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import type {Sentence} from '../../src/language/types.ts'
import lists from '../../src/vocabulary/state-standard-text.yml?phrases'

const find = phraseFinders<'called' | 'told' | 'state' | 'own'>(lists)

/** The state calls in applicants by a rule of its own, which binds no municipality. */
export const check: Check = (context) => {
  const {sentences} = context.analysis
  const promises = sentences.filter(({words}) => find.called(words).length > 0)
  if (context.profile.arbeidsgivertype?.value !== 'stat') return borrowed(promises, context)
  const isTold = promises.length > 0 || sentences.some(({words}) => find.told(words).length > 0)
  return isTold ? [] : [{message: 'mangler'}]
}

const borrowed = (promises: readonly Sentence[], {analysis, posting}: RuleContext): Hit[] => {
  const [first] = promises
  if (!first || analysis.sentences.some(({words}) => find.own(words).length > 0)) return []
  const cited = analysis.sentences.find(({words, role}) => role !== 'oppgave' && find.state(words).length > 0)
  const [span] = cited
    ? find.state(cited.words, cited.span.start)
    : find.called(first.words, first.span.start)
  const data = {ord: posting.text.slice(span!.start, span!.end)}
  return [{message: cited ? 'statens' : 'vedtak', span: span!, data}]
}
