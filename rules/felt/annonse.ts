import type {Check} from '../../src/engine/types.ts'

/** A text that is only a teaser, or no ad at all, instead of a list of all that it lacks. */
export const check: Check = ({nature}) => (nature === 'ad' ? [] : [{message: nature}])
