import type {Check} from '../../../src/engine/types.ts'
import {createPhraseFinder} from '../../../src/language/search/phrase-finder.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const placeIn = createPhraseFinder([
  '[lærling|lærlinger|lærlingar|lærekandidat|lærekandidater|lærekandidatar]',
  '[læreplass*|lærlingplass*|praksisplass*|praksisplasser]',
  '*lærling',
])
const guidanceIn = createPhraseFinder([
  '[veileder*|veiledning*|veilede|veileder|rettleiar*|rettleiing*|rettleie|instruktør*|fadder*|mentor*]',
  '[praksisveileder*|praksislærer*|praksislærar*|kontaktlærer*]',
  '[faglig|fagleg] [leder*|leiar*|oppfølging|oppfølgjing]',
  '[opplæring*|opplæringsplan*|opplæringskontor*]',
])

/** An ad for an apprentice or a trainee, by its title or its first line, says who guides them. */
export const check: Check = ({fields, posting}) => {
  const titles = fields.stillingstittel.map(({value, span}) => ({text: value.value, span}))
  const place = [...titles, ...posting.blocks.slice(0, 1)].find(
    ({text}) => placeIn(inLowerCase(text)).length > 0,
  )
  const isGuided = posting.blocks.some(({text}) => guidanceIn(inLowerCase(text)).length > 0)
  return place && !isGuided ? [{message: 'mangler', span: place.span}] : []
}
