import type {Check, RuleContext} from '../../../src/engine/types.ts'
import {offers} from '../../../src/language/offers.ts'
import {createPhraseFinder} from '../../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../../src/language/sentence-context.ts'

const hours = '[arbeidstid*|arbeidsdag*|vakt*|turnus*|helg*|kveld*|skift*|arbeidssted*|arbeidsstad*]'
const demandsIn = createPhraseFinder([
  '[må|skal|bør|kunne] [være|vere] fleksibel*',
  `fleksibel [med tanke på|når det gjelder|når det gjeld|i forhold til|med hensyn til|med omsyn til|på|mht|mht.] ~2 ${hours}`,
  '[krever|krev|kreves|forventer|forventar] ~2 fleksibilitet',
  '[stillingen|stillinga|jobben] krev[er|] ~4 fleksib*',
])

/** Flexibility is something to offer. What is said of it with development is left to the rule on that. */
export const check: Check = (context) => {
  const demand = demandIn(context)
  if (demand) return [demand]
  if (offers('flexibility', context) || !offers('development', context)) return []
  return [{message: 'mangler'}]
}

const demandIn = ({analysis, posting}: RuleContext) => {
  for (const sentence of analysis.sentences) {
    const [span] = sentence.role === 'sitat' ? [] : demandsIn(sentence.words, sentence.span.start)
    if (span && !contextIn(sentence).isNegated(span))
      return {message: 'krav', span, data: {ord: posting.text.slice(span.start, span.end)}}
  }
  return
}
