import type {FieldName} from '../../fields/types.ts'
import type {Check, ConsistencyRule} from '../types.ts'
import {besideForm} from './beside-form.ts'

/** Two occurrences of a field that do not agree; or what the form says of it, and the text does not. */
export const konsistens = (rule: ConsistencyRule): Check =>
  'property' in rule ? amongAll(rule) : besideForm(rule)

type Alike = Extract<ConsistencyRule, {property: string}>

const amongAll =
  (rule: Alike): Check =>
  ({fields, posting}) => {
    const [first, ...others] = fields[rule.field as FieldName]
    if (!first) return []
    const agree = comparisons[rule.compare]
    const read = (value: object): string => plain(String((value as Record<string, unknown>)[rule.property]))
    return others
      .filter(({value}) => !agree(read(first.value), read(value)))
      .map(({span}) => ({
        message: 'konflikt',
        span,
        data: {en: posting.words(first.span), to: posting.words(span)},
      }))
  }

const comparisons: Record<Alike['compare'], (one: string, other: string) => boolean> = {
  lik: (one, other) => one === other,
  inneholder: (one, other) => one.includes(other) || other.includes(one),
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
