import type {Check} from '../../../src/engine/types.ts'
import {createPhraseFinder} from '../../../src/language/search/phrase-finder.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const leading = /(?:(?<!vei)leder|(?<!p|rett)leiar|sjef|direktør|rektor|styrer|styrar)(?:en)?(?!\p{L})/u
/** They lead work and not people, unless the ad says so. */
const withoutStaff =
  /(?:prosjekt|prosjekterings|prosess|fag|program|produkt|kurs|møte|test|drifts|pedagogisk )-?(?:leder|leiar)/u
const staffIn = createPhraseFinder(['[personal|leder|leiar]ansvar*', 'personal[ledelse|leiing]'])
const trustIn = createPhraseFinder([
  'tillitsbasert*',
  'tillitsbaserte',
  '[leder|leiar]plakat*',
  '[lede|leder|leie|leier|leiing|ledelse|styre|styrer] ~3 tillit',
  '[gir|gi|viser|vise|skaper|skape|bygger|bygge|byggjer|byggje] tillit',
  'tillit til [medarbeid*|ansatt*|tilsett*|dem|dei]',
  'trust-based',
])

/** An ad for a manager says that the municipality leads by trust. */
export const check: Check = ({fields, posting}) => {
  const title = fields.stillingstittel.find(({value}) => leading.test(inLowerCase(value.value)))
  if (!title) return []
  const says = (find: ReturnType<typeof createPhraseFinder>): boolean =>
    posting.blocks.some(({text}) => find(inLowerCase(text)).length > 0)
  const isLeader = !withoutStaff.test(inLowerCase(title.value.value)) || says(staffIn)
  return isLeader && !says(trustIn) ? [{message: 'mangler', span: title.span}] : []
}
