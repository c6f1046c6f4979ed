import type {Block, Posting, Span} from '../posting/types.ts'
import formData from '../vocabulary/employment-forms.yml'
import guardData from '../vocabulary/not-employment-form.yml'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {readTitle} from './grammar/job-titles.ts'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type Piece, piecesOf, smallPiecesOf} from './grammar/pieces.ts'
import {withPosts} from './grammar/posts.ts'
import {blocksWith, type Sentence, sentencesOf, sentencesWith} from './grammar/sentences.ts'
import {anyOf} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

interface FormData {
  alone: string[]
  prose: string[]
}

interface Form {
  value: string
  alone: Expressions
  inProse: Expressions
}

const {period, ...formsData} = formData as unknown as Record<string, FormData> & {
  period: {value: string[]; prose: string[]}
}
const forms = Object.entries(formsData).map(
  ([value, {alone, prose}]): Form => ({
    value,
    alone: expressions(withPosts(alone)),
    inProse: expressions(withPosts(prose)),
  }),
)
const line = compile(`^${anyOf(Object.values(formsData).flatMap(({alone}) => withPosts(alone)))}[.,]?$`)
const periods = {
  value: compile(`^${anyOf(period.value)}(?!\\p{L})`),
  inProse: expressions(withPosts(period.prose)),
}

const guards = guardData as {before: string[]; sentence: string[]; after: string[]}
const guardBefore = compile(`${wholeWord(anyOf(guards.before))} ?$`)
const guardAfter = compile(`^ ?${wholeWord(anyOf(guards.after))}`)
const isOfOthers = expressions(guards.sentence).test
/**
 * The form of employment, as the value of a label or a line of its own ("Fast") or in running text
 * ("ledig fast stilling", "et års vikariat", "fixed-term position"). What may come later ("mulighet for
 * fast ansettelse"), rules for all employees ("prøvetid i faste stillinger") and other senses of the words
 * ("fast kontorplass", "stort engasjement") are none. Gives the first place of each form.
 */
export const ansettelsesform: Recogniser<'ansettelsesform'> = {
  name: 'ansettelsesform',
  recognise(posting) {
    const named = [
      ...inLabels(posting),
      ...[...blocksWith(posting, 'ansettelsesform').keys()].flatMap((block) => inBlock(posting, block)),
    ]
    const found = named.length > 0 ? named : statedPeriods(posting)
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
    alone.all(inLowerCase(text)).map((span) => ({
      value: {value},
      span: {start: start + span.start, end: start + span.end},
    })),
  )

/** A line of key facts is short. */
const longestLine = 80

const inBlock = (posting: Posting, block: Block): Occurrence<Simple>[] => {
  const alone =
    block.text.length < longestLine ? keyFacts(block).flatMap((piece) => inPiece(piece, block)) : []
  if (alone.length > 0) return alone
  return sentencesOf(posting, block).flatMap(inSentence)
}

/** The parts of a line; those between commas, too, where the line is of a post: "Rådgiver (fast, 100 %)". */
const keyFacts = ({text, sections}: Block): Piece[] => {
  const isTrait = sections.includes('egenskaper') || sections.includes('kvalifikasjoner')
  const isOfPost = !isTrait && (extent.test(inLowerCase(text)) || readTitle(text, 0)?.start === 0)
  return isOfPost ? [...piecesOf(text), ...smallPiecesOf(text)] : piecesOf(text)
}

const extent =
  /\d ?%|heltid|heiltid|deltid|fulltid|full-time|part-time|\d (?:år|mnd|måneder|månader|months|years)/

const inPiece = ({text, start}: Piece, {span}: Block): Occurrence<Simple>[] =>
  line.test(inLowerCase(text)) ? inValue(text, {start: span.start + start, end: span.end}) : []

const inSentence = ({lower, span}: Sentence): Occurrence<Simple>[] => {
  const found = forms.flatMap(({value, inProse}) =>
    inProse
      .all(lower)
      .filter(({start, end}) => isStated(lower, start, end))
      .map(({start, end}) => ({value: {value}, span: trimmedSpan(lower, start, end, span.start)})),
  )
  return found.length > 0 && isOfOthers(lower) ? [] : found
}

/** "Varighet: 3 år", "treårig stilling": temporary, though the word is not there. */
const statedPeriods = (posting: Posting): Occurrence<Simple>[] => [
  ...labelled(posting, 'ansettelsesform').flatMap(({value, text}) => {
    const length = periods.value.exec(inLowerCase(text))?.[0].length
    return length ? [temporary({start: value.start, end: value.start + length})] : []
  }),
  ...sentencesWith(posting, 'varighet').flatMap(({lower, span}) =>
    periods.inProse
      .all(lower)
      .filter(({start, end}) => isStated(lower, start, end))
      .map(({start, end}) => temporary(trimmedSpan(lower, start, end, span.start))),
  ),
]

const temporary = (span: Span): Occurrence<Simple> => ({value: {value: 'midlertidig'}, span})

const isStated = (text: string, start: number, end: number): boolean =>
  !guardBefore.test(text.slice(Math.max(0, start - 60), start)) && !guardAfter.test(text.slice(end, end + 40))
