import {hasSeveralPosts, isAboutThePost} from '../../src/engine/one-post.ts'
import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {isGiven, recogniseSide} from '../../src/fields/sides.ts'
import type {Occurrence, Simple} from '../../src/fields/types.ts'
import type {Sentence} from '../../src/language/types.ts'
import formsData from '../../src/vocabulary/employment-forms.yml'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const hintsOf = formsData as Record<string, {hints: string[]}>
const temporary = ['vikariat', 'midlertidig', 'engasjement', 'åremål']

type Form = Occurrence<Simple>

/**
 * One post that is called both permanent and temporary, at least one of them beside a label or in a heading; or an ad
 * whose text only knows the one, and whose form has the other.
 */
export const check: Check = (context) => {
  const forms = context.fields.ansettelsesform.filter((form) => isNamed(form, context))
  const given = forms.filter(({span}) => isGiven(context.posting, span))
  return besideForm(given, context) ?? amongAll(forms, context)
}

const amongAll = (forms: readonly Form[], context: RuleContext): Hit[] => {
  const permanent = forms.find(isPermanent)
  const others = forms.filter(isTemporary)
  if (!permanent || others.length === 0 || isOfSeveral(context)) return []
  const other = others.find((form) => disagree(permanent, form, context))
  if (!other) return []
  const [first, second] = [permanent, other].toSorted((a, b) => a.span.start - b.span.start) as [Form, Form]
  const {posting} = context
  const data = {en: posting.words(first.span), to: posting.words(second.span)}
  return [{message: 'konflikt', span: second.span, data}]
}

/** However many posts there are, one of them is what the form says. */
const besideForm = (given: readonly Form[], context: RuleContext): Hit[] | undefined => {
  const {posting, today} = context
  const told = given.length > 0 ? recogniseSide(posting, 'text', 'ansettelsesform', {today}) : []
  if (told.length === 0) return undefined
  const [one] = given
  const is = isPermanent(one!) ? isTemporary : isPermanent
  const other = told.find((form) => is(form) && isNamed(form, context) && disagree(one!, form, context))
  if (!other || !isOneKind(given) || !isOneKind(told)) return []
  const data = {skjema: posting.words(one!.span), tekst: posting.words(other.span)}
  return [{message: 'skjema', span: other.span, data}]
}

const isPermanent = ({value}: Form): boolean => value.value === 'fast'
const isTemporary = ({value}: Form): boolean => temporary.includes(value.value)
const isOneKind = (forms: readonly Form[]): boolean => forms.every(isPermanent) || forms.every(isTemporary)

/** By words of its own in one clause; a stated period alone may be that of a project. */
const isNamed = ({value, span}: Form, {posting}: RuleContext): boolean => {
  const words = inLowerCase(posting.text.slice(span.start, span.end))
  return !words.includes(',') && hintsOf[value.value]!.hints.some((hint) => words.includes(hint))
}

const isOfSeveral = (context: RuleContext): boolean => {
  const sizes = context.fields.stillingsprosent.filter(({value}) => value.ord === undefined)
  return new Set(sizes.map(({value}) => `${value.min}-${value.max}`)).size > 1 || hasSeveralPosts(context)
}

const disagree = (one: Form, other: Form, context: RuleContext): boolean => {
  const [a, b] = [sentenceOf(one, context), sentenceOf(other, context)]
  if (!a || !b || a === b) return false
  const stated = [one, other].map((form) => isStated(form, context))
  const told = [a, b].filter((_, i) => !stated[i])
  return stated.includes(true) && told.every(isAboutThePost)
}

const sentenceOf = ({span}: Form, {analysis}: RuleContext): Sentence | undefined =>
  analysis.sentences.find((sentence) => span.start >= sentence.span.start && span.start < sentence.span.end)

/** Beside a label, in a heading or in the title. */
const isStated = ({span}: Form, {posting, fields}: RuleContext): boolean => {
  const places = [
    ...posting.pairs.filter(({field}) => field === 'ansettelsesform').map(({value}) => value),
    ...posting.blocks.filter(({kind}) => kind === 'heading').map((block) => block.span),
    ...fields.stillingstittel.map((title) => title.span),
  ]
  return places.some(({start, end}) => span.start >= start && span.start < end)
}
