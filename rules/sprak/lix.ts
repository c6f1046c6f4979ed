import type {Check} from '../../src/engine/types.ts'
import {isProse, lixOf, sizeOf, wordsOf} from '../../src/language/readability.ts'

/** Fewer words say too little of how a text reads. */
const fewestWords = 100

/** The readability index of the running prose; of Norwegian, for which the limits are made. */
export const check: Check = ({analysis, options}) => {
  const prose = analysis.sentences
    .filter((sentence) => sentence.language !== 'en' && isProse(sentence))
    .map(({text}) => sizeOf(text))
  if (wordsOf(prose) < fewestWords) return []
  const lix = Math.round(lixOf(prose))
  return lix > (options.grense as number) ? [{message: 'funn', data: {lix: String(lix)}}] : []
}
