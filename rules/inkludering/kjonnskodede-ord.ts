import type {Check, RuleContext} from '../../src/engine/types.ts'
import {eachWord} from '../../src/language/tokens.ts'
import type {Role, Sentence} from '../../src/language/types.ts'
import data from '../../src/vocabulary/gender-coded.yml'
import {createWordSet} from '../../src/vocabulary/word-set.ts'

type Code = 'maskuline' | 'feminine'

const words = data as Record<Code, string[]>

/** Sentences that describe neither the applicant nor the work. */
const leftOut: readonly Role[] = ['mangfoldserklæring', 'søkerliste', 'sitat', 'kontakt', 'nøkkelinfo']

/** The balance of gender-coded words in the ad as a whole; single words say nothing. */
export const check: Check = (context) => {
  const [maskuline, feminine] = [wordsOf('maskuline', context), wordsOf('feminine', context)]
  const count = maskuline.length + feminine.length
  const {færrestOrd, prosent} = context.options as Record<string, number>
  const most = Math.max(maskuline.length, feminine.length)
  if (count < færrestOrd! || 100 * most < prosent! * count) return []
  const message = maskuline.length > feminine.length ? 'maskulin' : 'feminin'
  const data = {
    maskuline: String(maskuline.length),
    feminine: String(feminine.length),
    ord: quoted(maskuline.length > feminine.length ? maskuline : feminine),
  }
  return [{message, data}]
}

/** The different words of a code, in the order of the text. */
const wordsOf = (code: Code, {analysis}: RuleContext): string[] => {
  const isCoded = createWordSet(words[code])
  const found = new Set<string>()
  for (const {lower} of analysis.sentences.filter(isDescription)) {
    eachWord(lower, (word) => {
      if (isCoded(word)) found.add(word)
    })
  }
  return [...found]
}

const isDescription = ({block: {kind}, role}: Sentence): boolean =>
  (kind === 'paragraph' || kind === 'item') && !leftOut.includes(role)

const longestList = 8

const quoted = (list: readonly string[]): string =>
  list
    .slice(0, longestList)
    .map((word) => `«${word}»`)
    .join(', ')
