import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {createPhraseFinder} from '../../src/language/search/phrase-finder.ts'
import type {Sentence} from '../../src/language/types.ts'
import data from '../../src/vocabulary/state-standard-text.yml'

const words = data as Record<'called' | 'told' | 'state' | 'own', string[]>
const calledIn = createPhraseFinder(words.called)
const toldIn = createPhraseFinder(words.told)
const stateIn = createPhraseFinder(words.state)
const ownIn = createPhraseFinder(words.own)

/** The state calls in applicants by a rule of its own, which binds no municipality. */
export const check: Check = (context) => {
  const {sentences} = context.analysis
  const promises = sentences.filter(({lower}) => calledIn(lower).length > 0)
  if (context.profile.arbeidsgivertype?.value !== 'stat') return borrowed(promises, context)
  const isTold = promises.length > 0 || sentences.some(({lower}) => toldIn(lower).length > 0)
  return isTold ? [] : [{message: 'mangler'}]
}

const borrowed = (promises: readonly Sentence[], {analysis, posting}: RuleContext): Hit[] => {
  const [first] = promises
  if (!first || analysis.sentences.some(({lower}) => ownIn(lower).length > 0)) return []
  const cited = analysis.sentences.find(({lower, role}) => role !== 'oppgave' && stateIn(lower).length > 0)
  const [span] = cited ? stateIn(cited.lower, cited.span.start) : calledIn(first.lower, first.span.start)
  const data = {ord: posting.text.slice(span!.start, span!.end)}
  return [{message: cited ? 'statens' : 'vedtak', span: span!, data}]
}
