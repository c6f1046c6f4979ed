import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import type {Sentence} from '../../src/language/types.ts'
import lists from '../../src/vocabulary/state-standard-text.yml?phrases'

const find = phraseFinders<'called' | 'told' | 'state' | 'own'>(lists)

/** The state calls in applicants by a rule of its own, which binds no municipality. */
export const check: Check = (context) => {
  const {sentences} = context.analysis
  const promises = sentences.filter(({lower}) => find.called(lower).length > 0)
  if (context.profile.arbeidsgivertype?.value !== 'stat') return borrowed(promises, context)
  const isTold = promises.length > 0 || sentences.some(({lower}) => find.told(lower).length > 0)
  return isTold ? [] : [{message: 'mangler'}]
}

const borrowed = (promises: readonly Sentence[], {analysis, posting}: RuleContext): Hit[] => {
  const [first] = promises
  if (!first || analysis.sentences.some(({lower}) => find.own(lower).length > 0)) return []
  const cited = analysis.sentences.find(({lower, role}) => role !== 'oppgave' && find.state(lower).length > 0)
  const [span] = cited
    ? find.state(cited.lower, cited.span.start)
    : find.called(first.lower, first.span.start)
  const data = {ord: posting.text.slice(span!.start, span!.end)}
  return [{message: cited ? 'statens' : 'vedtak', span: span!, data}]
}
