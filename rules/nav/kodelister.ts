import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import type {Fields} from '../../src/fields/types.ts'

/** Our forms of employment in the words of Nav's list (pam-ansettelseskodeverk, and the import documentation). */
const engagementTypes: Readonly<Record<string, string>> = {
  fast: 'Fast',
  vikariat: 'Vikariat',
  engasjement: 'Engasjement',
  prosjekt: 'Prosjekt',
  åremål: 'Åremål',
  sesong: 'Sesong',
  lærling: 'Lærling',
  trainee: 'Trainee',
  'selvstendig næringsdrivende': 'Selvstendig næringsdrivende',
}

/** What lies nearest for the forms that the list lacks. */
const nearest: Readonly<Record<string, string>> = {
  midlertidig: 'Vikariat, Engasjement, Prosjekt, Annet',
}
const other = 'Annet'

/** What the ad says of the form and extent of the post has a value in Nav's lists. */
export const check: Check = (context) => [...form(context), ...extent(context.fields)]

const form = ({fields: {ansettelsesform}, posting}: RuleContext): Hit[] => {
  const coded = ansettelsesform.filter(({value}) => value.value in engagementTypes)
  const values = [...new Set(coded.map(({value}) => engagementTypes[value.value]!))]
  if (values.length > 1) {
    const second = coded.find(({value}) => engagementTypes[value.value] !== values[0])!
    return [{message: 'flere-former', span: second.span, data: {liste: values.join(', ')}}]
  }
  const [first] = ansettelsesform
  if (!first || coded.length > 0) return []
  const data = {ord: posting.words(first.span), forslag: nearest[first.value.value] ?? other}
  return [{message: 'uten-verdi', span: first.span, data}]
}

const full = 100

const extent = ({stillingsprosent}: Fields): Hit[] => {
  const isFull = stillingsprosent.some(({value}) => value.max >= full)
  const part = stillingsprosent.find(({value}) => value.min < full)
  return isFull && part ? [{message: 'omfang', span: part.span}] : []
}
