import type {Check, Hit} from '../../src/engine/types.ts'
import {demandsIn} from '../../src/language/demands.ts'
import {listItems} from '../../src/language/list-items.ts'
import type {Block} from '../../src/posting/types.ts'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

/** What the law demands for some posts does not count as the employer's choice. */
const statutory = /politiattest|autorisasjon|sikkerhetsklarer|tryggleiksklarer|security clearance/

/** Long lists of what the applicant must have, and of requirements, wishes and qualities together. */
export const check: Check = ({analysis, posting, options}) => {
  const {flestKrav, flestPunkter} = options as Record<string, number>
  const items = listItems(posting, ['kvalifikasjoner', 'egenskaper']).filter(
    ({text}) => !statutory.test(inLowerCase(text)),
  )
  const demanded = new Set(demandsIn(analysis.sentences).map(({block}) => block))
  const demands = items.filter((item) => demanded.has(item) && !item.sections.includes('egenskaper'))
  return [...tooMany('krav', demands, flestKrav!), ...tooMany('punkter', items, flestPunkter!)].slice(0, 1)
}

const tooMany = (message: string, items: readonly Block[], most: number): Hit[] =>
  items.length > most ? [{message, span: items[0]!.span, data: {antall: String(items.length)}}] : []
