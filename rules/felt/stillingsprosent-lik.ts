import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import type {Occurrence, Stillingsprosent} from '../../src/fields/types.ts'

type Size = Occurrence<Stillingsprosent>

/** "Heltid" means 100 per cent, and a form field says what the text says. */
export const check: Check = (context) => {
  const conflicts = beside(context.fields.stillingsprosent)
  return conflicts.length > 0 ? conflicts : besideForm(context)
}

/** Beside full time no other size of the post may stand. */
const beside = (sizes: readonly Size[]): Hit[] => {
  if (!sizes.some(({value}) => value.ord === 'heltid')) return []
  const numbers = sizes.filter(({value}) => value.ord === undefined)
  const agrees = numbers.some(({value}) => value.max >= 100)
  return agrees ? [] : numbers.map(({span}) => ({message: 'konflikt', span}))
}

/** Both may tell of several sizes; one of them is the same. */
const besideForm = ({fields, posting}: RuleContext): Hit[] => {
  const forms = posting.blocks.filter(({given}) => given).map(({span}) => span)
  const isOfForm = ({span}: Size): boolean =>
    forms.some(({start, end}) => start <= span.start && span.end <= end)
  const numbers = fields.stillingsprosent.filter(({value}) => value.ord === undefined)
  const given = numbers.filter(isOfForm)
  const told = numbers.filter((size) => !isOfForm(size))
  const [form] = given
  const [first] = told
  const isSame = told.some(({value}) => given.some((one) => overlap(value, one.value)))
  if (!form || !first || isSame) return []
  const data = {skjema: posting.words(form.span), tekst: posting.words(first.span)}
  return [{message: 'skjema', span: first.span, data}]
}

const overlap = (one: Stillingsprosent, other: Stillingsprosent): boolean =>
  one.min <= other.max && other.min <= one.max
