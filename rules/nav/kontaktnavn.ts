import type {Check} from '../../src/engine/types.ts'

/** Nav's import requires a name of each contact. */
export const check: Check = ({fields: {kontakt}}) =>
  kontakt
    .filter(({value}) => value.navn === undefined)
    .slice(0, 1)
    .map(({span}) => ({message: 'utennavn', span}))
