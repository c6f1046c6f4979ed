import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {detectLanguage} from '../../src/language/detect.ts'
import {sizeOf} from '../../src/language/readability.ts'
import type {Block} from '../../src/posting/types.ts'
import languages from '../../src/vocabulary/other-languages.yml'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const wordSets = Object.values(languages as Record<string, string>).map((list) => new Set(list.split(/\s+/)))

/** So many different words of a language show that a block is written in it. */
const fewestMarks = 4
/** Two points are what one common word gives in the detection of the languages that Nav accepts. */
const pointsOfWord = 2

/** An ad in two versions has so many words in each language … */
const fewestInVersion = 80
/** … and so large a part of the one in the other. */
const leastShare = 0.4

/** Most of the ad is in a language that Nav does not accept, or the ad has two versions in one. */
export const check: Check = (context) => {
  const {blocks} = context.posting
  const foreign = blocks.filter(isForeign)
  const most = lengthOf(foreign) > lengthOf(blocks) / 2
  return most ? [{message: 'annet', span: longest(foreign).span}] : versions(context)
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, {text}) => sum + text.length, 0)

const longest = (blocks: readonly Block[]): Block =>
  blocks.reduce((best, block) => (block.text.length > best.text.length ? block : best))

const isForeign = ({text}: Block): boolean => hasOtherLetters(text) || hasOtherWords(text)

const hasOtherLetters = (text: string): boolean => {
  const letters = text.match(/\p{Alphabetic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters > 2 * latin
}

const hasOtherWords = (text: string): boolean => {
  const words = inLowerCase(text).match(/\p{L}+/gu) ?? []
  const marked = wordSets.map((set) => words.filter((word) => set.has(word)))
  const [most] = marked.toSorted((one, other) => other.length - one.length)
  if (!most || new Set(most).size < fewestMarks) return false
  const {nb, nn, en, norsk, other} = detectLanguage(text).scores
  return pointsOfWord * most.length > Math.max(nb + norsk, nn + norsk, en, other + norsk)
}

const versions = ({posting, analysis}: RuleContext): Hit[] => {
  const wordsIn = (isIn: (language: Block['language']) => boolean): number =>
    posting.blocks.filter(({language}) => isIn(language)).reduce((sum, {text}) => sum + sizeOf(text).words, 0)
  const english = wordsIn(isEnglish)
  const norwegian = wordsIn((language) => language === 'nb' || language === 'nn')
  const least = Math.min(english, norwegian)
  if (least < fewestInVersion || least < leastShare * Math.max(english, norwegian)) return []
  const [first] = analysis.sentences
  const second = analysis.sentences.find(({language}) => isEnglish(language) !== isEnglish(first!.language))
  return second ? [{message: 'versjoner', span: second.span}] : []
}

const isEnglish = (language: Block['language']): boolean => language === 'en'
