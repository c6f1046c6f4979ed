import type {Check, RuleContext} from '../../src/engine/types.ts'
import {demandsIn} from '../../src/language/demands.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'
import type {Sentence} from '../../src/language/types.ts'
import lists from '../../src/vocabulary/education.yml?phrases'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const find = phraseFinders<'degrees' | 'alternatives' | 'regulated' | 'titles'>(lists)
const openings = [find.alternatives, find.regulated, find.titles]

/** A demand for a degree that nothing in the same part of the ad opens for other ways to the same competence. */
export const check: Check = (context) => {
  for (const demand of demandsIn(context.analysis.sentences)) {
    const [degree] = find.degrees(demand.words, demand.span.start)
    if (!degree || contextIn(demand).isNegated(degree)) continue
    if (isOpen(demand, context) || isRegulated(context)) return []
    return [
      {message: 'funn', span: degree, data: {ord: context.posting.text.slice(degree.start, degree.end)}},
    ]
  }
  return []
}

/** The alternative, or the law, may stand in the sentence itself or elsewhere under the same heading. */
const isOpen = (demand: Sentence, {analysis}: RuleContext): boolean =>
  analysis.sentences
    .filter(({block, sections}) => block === demand.block || sharesSection(sections, demand.sections))
    .some(
      (sentence) =>
        openings.some((wordsIn) => wordsIn(sentence.words).length > 0) || sentence.text.includes('§'),
    )

const sharesSection = (one: Sentence['sections'], other: Sentence['sections']): boolean =>
  one.some((section) => other.includes(section))

const isRegulated = ({fields, posting}: RuleContext): boolean => {
  const titles = fields.stillingstittel.map(({value}) => value.value)
  return [...titles, posting.blocks[0]?.text ?? ''].some(
    (title) => find.titles(inLowerCase(title)).length > 0,
  )
}
