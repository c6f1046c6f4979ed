import type {Check} from '../../src/engine/types.ts'
import {inLowerCase, lazily} from '../../src/vocabulary/pattern.ts'

const cheap = /org[. a-z-]{0,20}(?:nr|nummer)/
const labelled = lazily(
  '(?<!\\p{L})org(?:anisasjons|\\.)?[ -]?(?:nr|nummer)[\\s.:]{0,4}(?:no )?(?<number>\\d(?:[ .]?\\d){8})(?!\\d|\\.\\d)',
  'gd',
)
const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** An organisation number whose last digit does not follow from the others. */
export const check: Check = ({posting}) => {
  const text = inLowerCase(posting.text)
  if (!cheap.test(text)) return []
  return [...text.matchAll(labelled())]
    .filter(({groups}) => !isValid(groups!.number!.replace(/\D/g, '')))
    .map(({groups, indices}) => {
      const [start, end] = indices!.groups!.number!
      return {message: 'kontrollsiffer', span: {start, end}, data: {nummer: groups!.number!}}
    })
}

/** The check digit is 11 less the rest of the weighted sum; where that would be 10, no number is given out. */
const isValid = (number: string): boolean => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return (11 - (sum % 11)) % 11 === Number(number[8])
}
