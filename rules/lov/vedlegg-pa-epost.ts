import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {applyByEmail} from '../../src/fields/apply-by-email.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import lists from '../../src/vocabulary/application-papers.yml?phrases'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const find = phraseFinders<'papers' | 'sent' | 'later'>(lists)

const municipal = /@(?:[^@]*\.)?kommune\./

/** Papers and opinions that ordinary e-mail is no good place for. */
export const check: Check = (context) => {
  const addresses = applyByEmail(context.fields)
  if (addresses.length === 0) return []
  return [...papersByEmail(context), ...viewsByEmail(context)].slice(0, 1)
}

const papersByEmail = ({analysis, posting}: RuleContext): Hit[] =>
  analysis.sentences
    .filter(
      ({words, role}) => role !== 'oppgave' && find.sent(words).length > 0 && find.later(words).length === 0,
    )
    .flatMap(({words, span}) => find.papers(words, span.start))
    .map((paper) => ({
      message: 'vedlegg',
      span: paper,
      data: {ord: posting.text.slice(paper.start, paper.end)},
    }))

/** An application to a party group tells of political views; the municipality is not the employer. */
const viewsByEmail = ({fields, profile}: RuleContext): Hit[] =>
  profile.arbeidsgivertype?.value === 'partigruppe'
    ? applyByEmail(fields)
        .filter(({value}) => municipal.test(inLowerCase(value.mål ?? '')))
        .map(({span, value}) => ({message: 'postkasse', span, data: {ord: value.mål ?? ''}}))
    : []
