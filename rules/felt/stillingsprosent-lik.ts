import {hasSeveralPosts, isAboutThePost} from '../../src/engine/one-post.ts'
import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {isGiven} from '../../src/fields/sides.ts'
import type {Occurrence, Stillingsprosent} from '../../src/fields/types.ts'
import type {Span} from '../../src/posting/types.ts'
import {formatPercent} from '../../src/report/format-field.ts'

type Size = Occurrence<Stillingsprosent>

/** "Heltid" means 100 per cent, and a form field says what the text says. */
export const check: Check = (context) => {
  for (const find of [besideForm, besideFull, besideLabel]) {
    const hits = find(context)
    if (hits.length > 0) return hits
  }
  return []
}

/** Beside full time no other size of the post may stand. */
const besideFull = ({fields: {stillingsprosent: sizes}}: RuleContext): Hit[] => {
  if (!sizes.some(isFull)) return []
  const numbers = sizes.filter(isNumber)
  const agrees = numbers.some(({value}) => value.max >= 100)
  return agrees ? [] : numbers.map(({span}) => ({message: 'konflikt', span}))
}

/** Both may tell of several sizes; one of them is the same. Part time may be of any. */
const besideForm = ({fields, posting, lang}: RuleContext): Hit[] => {
  const sizes = fields.stillingsprosent.filter((size) => isFull(size) || isNumber(size))
  const given = sizes.filter(({span}) => isGiven(posting, span))
  const told = sizes.filter((size) => !given.includes(size))
  const [form] = given
  const [first] = told
  const isSame = told.some(({value}) => given.some((one) => overlap(value, one.value)))
  if (!form || !first || isSame) return []
  const said = (size: Size): string =>
    isFull(size) ? posting.text.slice(size.span.start, size.span.end) : formatPercent(size.value, lang)
  return [{message: 'skjema', span: first.span, data: {skjema: said(form), tekst: said(first)}}]
}

/** One post has the size of its label; a sentence that gives it another is about the post, and not about what may come. */
const besideLabel = (context: RuleContext): Hit[] => {
  const {fields, posting, analysis, lang} = context
  const numbers = fields.stillingsprosent.filter(isNumber)
  const isIn = (size: Size, {start, end}: Span): boolean => start <= size.span.start && size.span.end <= end
  const labels = posting.pairs.filter(({field}) => field === 'stillingsprosent')
  const labelled = numbers.filter((size) => labels.some(({value}) => isIn(size, value)))
  const told = numbers.filter((size) => !labelled.includes(size))
  const [label, ...others] = labelled
  const [first] = told
  if (!label || others.length > 0 || !first || told.some(({value}) => overlap(value, label.value))) return []
  const sentence = analysis.sentences.find(({span}) => isIn(first, span))
  if (!sentence || !isAboutThePost(sentence) || hasSeveralPosts(context)) return []
  const data = {felt: formatPercent(label.value, lang), tekst: formatPercent(first.value, lang)}
  return [{message: 'merkelapp', span: first.span, data}]
}

const isFull = ({value}: Size): boolean => value.ord === 'heltid'
const isNumber = ({value}: Size): boolean => value.ord === undefined

const overlap = (one: Stillingsprosent, other: Stillingsprosent): boolean =>
  one.min <= other.max && other.min <= one.max
