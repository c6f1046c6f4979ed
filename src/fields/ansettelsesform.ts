import type {Block, Posting, Span} from '../posting/types.ts'
import formData from '../vocabulary/employment-forms.yml'
import guardData from '../vocabulary/not-employment-form.yml'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type Piece, piecesOf} from './grammar/pieces.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {anyOf, matchesOf, wordsPattern, wordsTest} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

interface Form {
  value: string
  /** Stands in every text that names the form. */
  hint: RegExp
  alone: RegExp
  inProse: RegExp
}

const forms = Object.entries(
  formData as Record<string, {hints: string[]; alone: string[]; prose: string[]}>,
).map(
  ([value, {hints, alone, prose}]): Form => ({
    value,
    hint: new RegExp(hints.join('|')),
    alone: wordsPattern(alone),
    inProse: wordsPattern(prose),
  }),
)
const line = compile(
  `^${anyOf(Object.values(formData as Record<string, {alone: string[]}>).flatMap(({alone}) => alone))}[.,]?$`,
)

const guards = guardData as {before: string[]; sentence: string[]; after: string[]}
const guardBefore = compile(`${wholeWord(anyOf(guards.before))} ?$`)
const guardAfter = compile(`^ ?${wholeWord(anyOf(guards.after))}`)
const isOfOthers = wordsTest(guards.sentence)
/**
 * The form of employment, as the value of a label or a line of its own ("Fast") or in running text
 * ("ledig fast stilling", "et års vikariat", "fixed-term position"). What may come later ("mulighet for
 * fast ansettelse"), rules for all employees ("prøvetid i faste stillinger") and other senses of the words
 * ("fast kontorplass", "stort engasjement") are none. Gives the first place of each form.
 */
export const ansettelsesform: Recogniser<'ansettelsesform'> = {
  name: 'ansettelsesform',
  recognise(posting) {
    const found = [...inLabels(posting), ...posting.blocks.flatMap(inBlock)]
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
    matchesOf(inLowerCase(text), alone).map((match) => ({
      value: {value},
      span: {start: start + match.index, end: start + match.index + match[0].length},
    })),
  )

/** A line of key facts is short. */
const longestLine = 80

const inBlock = (block: Block): Occurrence<Simple>[] => {
  const alone =
    block.text.length < longestLine ? piecesOf(block.text).flatMap((piece) => inPiece(piece, block)) : []
  if (alone.length > 0) return alone
  return sentencesOf(block).flatMap(inSentence)
}

const inPiece = ({text, start}: Piece, {span}: Block): Occurrence<Simple>[] =>
  line.test(inLowerCase(text)) ? inValue(text, {start: span.start + start, end: span.end}) : []

const inSentence = ({lower, span}: Sentence): Occurrence<Simple>[] => {
  const found = forms
    .filter(({hint}) => hint.test(lower))
    .flatMap(({value, inProse}) =>
      matchesOf(lower, inProse)
        .filter(({0: words, index}) => isStated(lower, index, index + words.length))
        .map(({0: words, index}) => ({
          value: {value},
          span: trimmedSpan(lower, index, index + words.length, span.start),
        })),
    )
  return found.length > 0 && isOfOthers(lower) ? [] : found
}

const isStated = (text: string, start: number, end: number): boolean =>
  !guardBefore.test(text.slice(Math.max(0, start - 60), start)) && !guardAfter.test(text.slice(end, end + 40))
