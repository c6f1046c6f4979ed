import type {Check, Hit} from '../../src/engine/types.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import lists from '../../src/vocabulary/security-clearance.yml?phrases'

const find = phraseFinders<'clearance' | 'demanded' | 'levels'>(lists)

/** Sentences that demand nothing of the applicant. */
const leftOut: readonly Role[] = ['sitat', 'oppgave', 'mangfoldserklæring', 'søkerliste']

/** A clearance is demanded as such, with its level, and not as origin. */
export const check: Check = ({analysis, expressions, posting}) => {
  const demanding = analysis.sentences.filter(isDemand)
  const hitIn = (message: string, {words, span}: Sentence): Hit[] => {
    const [clearance] = find.clearance(words, span.start)
    if (!clearance) return []
    const ord = posting.text.slice(clearance.start, clearance.end)
    return [{message, span: clearance, data: {ord}}]
  }
  const ofOrigin = new Set(expressions('inkludering/etnisitet').map(({sentence}) => sentence.span.start))
  const origin = demanding.find(({span}) => ofOrigin.has(span.start))
  if (origin) return hitIn('opphav', origin)
  if (analysis.sentences.some(tellsLevel)) return []
  const ofCitizens = new Set(expressions('lov/statsborgerskap').map(({sentence}) => sentence.span.start))
  const [first] = demanding.filter(({span}) => !ofCitizens.has(span.start))
  return first ? hitIn('nivå', first) : []
}

const isDemand = (sentence: Sentence): boolean => {
  if (leftOut.includes(sentence.role)) return false
  const [clearance] = find.clearance(sentence.words, sentence.span.start)
  return (
    clearance !== undefined &&
    find.demanded(sentence.words).length > 0 &&
    !contextIn(sentence).isNegated(clearance)
  )
}

const tellsLevel = ({words}: Sentence): boolean =>
  find.clearance(words).length > 0 && find.levels(words).length > 0
