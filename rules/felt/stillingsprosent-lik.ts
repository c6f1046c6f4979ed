import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {isGiven} from '../../src/fields/sides.ts'
import type {Occurrence, Stillingsprosent} from '../../src/fields/types.ts'
import {formatPercent} from '../../src/report/format-field.ts'

type Size = Occurrence<Stillingsprosent>

/** "Heltid" means 100 per cent, and a form field says what the text says. */
export const check: Check = (context) => {
  const besides = besideForm(context)
  return besides.length > 0 ? besides : amongAll(context.fields.stillingsprosent)
}

/** Beside full time no other size of the post may stand. */
const amongAll = (sizes: readonly Size[]): Hit[] => {
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

const isFull = ({value}: Size): boolean => value.ord === 'heltid'
const isNumber = ({value}: Size): boolean => value.ord === undefined

const overlap = (one: Stillingsprosent, other: Stillingsprosent): boolean =>
  one.min <= other.max && other.min <= one.max
