import type {Check} from '../../../src/engine/types.ts'
import {offers} from '../../../src/language/offers.ts'

/** An ad says what training or development it offers. One that offers no flexibility either is told both at once. */
export const check: Check = (context) => {
  if (offers('development', context)) return []
  return [{message: offers('flexibility', context) ? 'mangler' : 'begge'}]
}
