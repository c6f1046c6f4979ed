import type {Check} from '../../src/engine/types.ts'

/** "Heltid" means 100 per cent: beside it no other size of the post may stand. */
export const check: Check = ({fields}) => {
  const sizes = fields.stillingsprosent
  if (!sizes.some(({value}) => value.ord === 'heltid')) return []
  const numbers = sizes.filter(({value}) => value.ord === undefined)
  const agrees = numbers.some(({value}) => value.max >= 100)
  return agrees ? [] : numbers.map(({span}) => ({message: 'konflikt', span}))
}
