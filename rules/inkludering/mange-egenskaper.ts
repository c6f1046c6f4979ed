import type {Check} from '../../src/engine/types.ts'
import {listItems} from '../../src/language/list-items.ts'

/** A long list of personal qualities. In a list of qualifications too, nobody can tell which items are qualities. */
export const check: Check = ({posting, options}) => {
  const items = listItems(posting, ['egenskaper']).filter(
    ({sections}) => !sections.includes('kvalifikasjoner'),
  )
  const most = options.flestEgenskaper as number
  return items.length > most
    ? [{message: 'funn', span: items[0]!.span, data: {antall: String(items.length)}}]
    : []
}
