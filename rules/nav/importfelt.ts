import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'

/** Fields that an ad can show, and what they are called in Nav's import, where they are required. */
const required: Readonly<Record<string, string>> = {
  stillingstittel: 'title (stillingstittel)',
  arbeidsgiver: 'employer.businessName (arbeidsgiver)',
  arbeidssted: 'locationList (arbeidssted)',
}
/** Any headline will do for Nav's title; the job title is a field of its own, and optional. */
const headline = 'stillingstittel'
const longestTitle = 512

/** What the ad says is enough for the fields that Nav's import requires, and has their form. */
export const check: Check = (context) => [
  ...missing(context),
  ...longTitles(context),
  ...withoutDate(context),
  ...withoutNumber(context),
]

const missing = ({violations, posting}: RuleContext): Hit[] => {
  const hasHeadline = posting.blocks.some(({kind}) => kind === 'heading')
  const felt = violations
    .filter(({message, field}) => message === 'mangler' && !(hasHeadline && field === headline))
    .flatMap(({field}) => required[field] ?? [])
    .join(', ')
  return felt ? [{message: 'mangler', data: {felt}}] : []
}

const longTitles = ({posting}: RuleContext): Hit[] =>
  posting.pairs
    .filter(({field, value}) => field === 'stillingstittel' && value.end - value.start > longestTitle)
    .map(({value: span}) => ({
      message: 'langtittel',
      span,
      data: {antall: String(span.end - span.start), mest: String(longestTitle)},
    }))

const withoutDate = ({fields: {frist}, posting}: RuleContext): Hit[] =>
  frist.some(({value}) => value.value !== null)
    ? []
    : frist.slice(0, 1).map(({span}) => ({message: 'utendato', span, data: {ord: posting.words(span)}}))

const withoutNumber = ({fields: {antall}, posting}: RuleContext): Hit[] =>
  antall
    .filter(({value}) => !/^\d+$/.test(value.value))
    .slice(0, 1)
    .map(({span}) => ({message: 'antall', span, data: {ord: posting.words(span)}}))
