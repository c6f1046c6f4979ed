import type {Block} from '../posting/types.ts'
import type {Sentence} from './types.ts'

/** A label alone on its line, such as "Ønskelig:", heads a list as a heading does. */
const isHead = ({kind, text}: Block): boolean => kind === 'heading' || (kind === 'pair' && text.endsWith(':'))

/** The sentences that stand under a heading of wishes, such as "Det er en fordel om du har". */
const underWishes = (sentences: readonly Sentence[]): Set<Sentence> => {
  const found = new Set<Sentence>()
  let isWished = false
  for (const sentence of sentences) {
    if (isHead(sentence.block)) isWished = sentence.role === 'ønske'
    else if (isWished) found.add(sentence)
  }
  return found
}

/**
 * What an ad demands of the applicant: the sentences that say "must", and those under a heading of qualifications
 * or qualities, but not those that only wish ("fordel", "gjerne"), alone or under their heading.
 */
export const demandsIn = (sentences: readonly Sentence[]): Sentence[] => {
  const wishes = underWishes(sentences)
  return sentences.filter(
    (sentence) =>
      !isHead(sentence.block) &&
      !wishes.has(sentence) &&
      (sentence.role === 'krav' ||
        (sentence.role === 'egenskap' && sentence.sections.includes('kvalifikasjoner'))),
  )
}
