import type {Block, Posting, Span} from '../posting/types.ts'
import formData from '../vocabulary/employment-forms.yml'
import guardData from '../vocabulary/not-employment-form.yml'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {anyOf, whole, wordsPattern, wordsTest} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

interface Form {
  value: string
  alone: RegExp
  inProse: RegExp
}

const forms = Object.entries(formData as Record<string, {alone: string[]; prose: string[]}>).map(
  ([value, {alone, prose}]): Form => ({
    value,
    alone: wordsPattern(alone),
    inProse: wordsPattern(prose),
  }),
)
const line = new RegExp(
  `^${anyOf(Object.values(formData as Record<string, {alone: string[]}>).flatMap(({alone}) => alone))}[.,]?$`,
  'iu',
)

const guards = guardData as {before: string[]; sentence: string[]; after: string[]}
const guardBefore = new RegExp(`${whole(anyOf(guards.before))} ?$`, 'iu')
const guardAfter = new RegExp(`^ ?${whole(anyOf(guards.after))}`, 'iu')
const isOfOthers = wordsTest(guards.sentence)
const cheap =
  /fast|vikar|midlertid|mellombels|tidsb|tidsav|engasj|prosjekt|åremål|sesong|jobb|tilkall|ekstra|lær|trainee|praksis|prakti|næring|drifts|permanent|tempor|fixed|contract|project|season|summer|call|zero|apprent|intern|self|freelance|frilans|position|matern|parental|substitute/iu

/**
 * The form of employment, as the value of a label or a line of its own ("Fast") or in running text
 * ("ledig fast stilling", "et års vikariat", "fixed-term position"). What may come later ("mulighet for
 * fast ansettelse"), rules for all employees ("prøvetid i faste stillinger") and other senses of the words
 * ("fast kontorplass", "stort engasjement") are none. Gives the first place of each form.
 */
export const ansettelsesform: Recogniser<'ansettelsesform'> = {
  name: 'ansettelsesform',
  recognise(posting) {
    const found = [
      ...inLabels(posting),
      ...posting.blocks.filter(({text}) => cheap.test(text)).flatMap(inBlock),
    ]
    const inOrder = found.toSorted((a, b) => a.span.start - b.span.start)
    return firstOfEach(inOrder, ({value}) => value)
  },
}

const inLabels = (posting: Posting): Occurrence<Simple>[] =>
  ['ansettelsesform', 'stillingsprosent'].flatMap((field) =>
    labelled(posting, field).flatMap(({value, text}) => inValue(text, value)),
  )

/** All forms that a value names: "Fast", "Vikariat eller engasjement". */
const inValue = (text: string, {start}: Span): Occurrence<Simple>[] =>
  forms.flatMap(({value, alone}) =>
    [...text.matchAll(alone)].map((match) => ({
      value: {value},
      span: {start: start + match.index, end: start + match.index + match[0].length},
    })),
  )

const inBlock = (block: Block): Occurrence<Simple>[] => {
  if (block.text.length < 40 && line.test(block.text)) return inValue(block.text, block.span)
  return sentencesOf(block).flatMap((sentence) => (isOfOthers(sentence.text) ? [] : inSentence(sentence)))
}

const inSentence = ({text, span}: Sentence): Occurrence<Simple>[] =>
  forms.flatMap(({value, inProse}) =>
    [...text.matchAll(inProse)]
      .filter(({0: words, index}) => isStated(text, index, index + words.length))
      .map((match) => ({
        value: {value},
        span: trimmedSpan(text, match.index, match.index + match[0].length, span.start),
      })),
  )

const isStated = (text: string, start: number, end: number): boolean =>
  !guardBefore.test(text.slice(Math.max(0, start - 60), start)) && !guardAfter.test(text.slice(end, end + 40))
