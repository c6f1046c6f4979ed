import type {Posting, Span} from '../posting/types.ts'
import {recognisers} from './index.ts'
import type {FieldName, FieldValues, Occurrence, RecogniserContext} from './types.ts'

type Side = 'form' | 'text'

/** An ad as its form fields alone, and as its text alone. */
type Sides = Record<Side, Posting>

const sides = new WeakMap<Posting, Sides>()

/** Whether words stand in a form field: in front matter, in data, or in what a page tells search engines. */
export const isGiven = ({blocks}: Posting, {start, end}: Span): boolean =>
  blocks.some(({given, span}) => given && span.start <= start && end <= span.end)

/** What one side of an ad says of a field, as if the other were not there: a label hides what the text says. */
export const recogniseSide = <Name extends FieldName>(
  posting: Posting,
  side: Side,
  name: Name,
  context: RecogniserContext,
): readonly Occurrence<FieldValues[Name]>[] => recognisers[name].recognise(sidesOf(posting)[side], context)

/** The words of one side, in lower case. */
export const wordsOfSide = (posting: Posting, side: Side): string =>
  sidesOf(posting)
    [side].blocks.map(({text}) => text)
    .join('\n')
    .toLowerCase()

const sidesOf = (posting: Posting): Sides => {
  const known = sides.get(posting)
  if (known) return known
  const made = {form: sideOf(posting, true), text: sideOf(posting, false)}
  sides.set(posting, made)
  return made
}

const sideOf = (posting: Posting, given: boolean): Posting => ({
  ...posting,
  blocks: posting.blocks.filter((block) => (block.given ?? false) === given),
  pairs: posting.pairs.filter(({value}) => isGiven(posting, value) === given),
})
