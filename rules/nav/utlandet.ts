import type {Check} from '../../src/engine/types.ts'
import countries from '../../src/vocabulary/countries.yml'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const abroad = new Set((countries as string[][]).flat())

/** The workplace is in another country. */
export const check: Check = ({fields: {arbeidssted}}) =>
  arbeidssted
    .filter(({value}) => abroad.has(countryOf(value.value)))
    .map(({value, span}) => ({message: 'utlandet', span, data: {ord: value.value}}))

/** What stands after the last comma. */
const countryOf = (place: string): string => inLowerCase(place).split(',').at(-1)!.trim()
