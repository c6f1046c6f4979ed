import type {Check} from '../../../src/engine/types.ts'
import {demandsIn} from '../../../src/language/demands.ts'
import {listItems} from '../../../src/language/list-items.ts'
import {createPhraseFinder} from '../../../src/language/search/phrase-finder.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const fewest = 3

const openingsIn = createPhraseFinder([
  'søk [likevel|selv om|sjølv om|også om|òg om]',
  '[selv om|sjølv om|uten at|utan at] du ~2 [ikke|ikkje|oppfyller|dekker|har alt]',
  '[ikke|ikkje] ~2 [oppfyller|oppfyll|dekker|dekkjer|har|ha|kan|krysser av|passer|innfri*] [på |][alle|alt|samtlige|samtlege|hele|heile]',
  '[ingen|ikke|ikkje] ~2 [krav|nødvendig|naudsynt] ~3 alt',
  '[realkompetanse|realkompetansen]',
  '[egnethet|eignaheit|erfaring|praksis|realkompetanse|kompetanse|motivasjon] ~4 [kan|vil] ~2 [erstatte|kompensere|veie|vege|oppveie]',
  '[even if you|do not meet all|meet all the]',
])

/** An ad with many wishes tells those who lack some of them that they may apply. */
export const check: Check = ({analysis, posting}) => {
  const demanded = new Set(demandsIn(analysis.sentences).map(({block}) => block))
  const wished = new Set(analysis.sentences.map(({block}) => block))
  const wishes = listItems(posting, ['kvalifikasjoner']).filter(
    (item) => wished.has(item) && !demanded.has(item) && !item.sections.includes('egenskaper'),
  )
  const isOpen = posting.blocks.some(({text}) => openingsIn(inLowerCase(text)).length > 0)
  if (wishes.length < fewest || isOpen) return []
  return [{message: 'mangler', span: wishes[0]!.span}]
}
