import {daysBetween, isDate, monthsAfter} from '../calendar/index.ts'
import {type Fact, type Facts, factAt} from './facts.ts'
import type {Each, Leaf, Members, Shape} from './formats.ts'

export type Json = string | number | boolean | readonly Json[] | {readonly [name: string]: Json}

/** Why an ad cannot be written: a value that is missing or wrong, with the property that it is for. */
export interface Flaw {
  /** `need.` or `wrong.` and what it is about; a key of the texts. */
  code: string
  property: string
  data: Readonly<Record<string, string>>
}

interface Filling {
  facts: Facts
  flaws: Flaw[]
}

/** What came of a shape; a value that says nothing alone is left out with what it stands beside. */
interface Filled {
  json: Json
  says: boolean
}

/** The facts of an ad in a shape, and what is missing or wrong. */
export const fillShape = (shape: Members, facts: Facts): {json: Json; flaws: Flaw[]} => {
  const flaws: Flaw[] = []
  const filled = fillMembers(shape, facts, {facts, flaws}, '')
  return {json: filled?.json ?? {}, flaws}
}

const isLeaf = (shape: object): shape is Leaf => 'from' in shape
const isEach = (shape: object): shape is Each => 'each' in shape

const fill = (shape: Shape, at: Fact, filling: Filling, property: string): Filled | undefined => {
  if (typeof shape !== 'object') return {json: shape, says: false}
  if (Array.isArray(shape)) return listOf(shape.flatMap((part) => items(part, at, filling, property)))
  if (isLeaf(shape)) return fillLeaf(shape, at, filling, property)
  if (isEach(shape)) return listOf(items(shape, at, filling, property))
  return fillMembers(shape as Members, at, filling, property)
}

const fillMembers = (shape: Members, at: Fact, filling: Filling, property: string): Filled | undefined => {
  const members = Object.entries(shape).flatMap(([name, part]) => {
    const filled = fill(part, at, filling, property === '' ? name : `${property}.${name}`)
    return filled ? [[name, filled] as const] : []
  })
  if (!members.some(([, {says}]) => says)) return undefined
  return {json: Object.fromEntries(members.map(([name, {json}]) => [name, json])), says: true}
}

const listOf = (list: readonly Json[]): Filled | undefined =>
  list.length > 0 ? {json: [...new Set(list)], says: true} : undefined

const items = (shape: Shape, at: Fact, filling: Filling, property: string): Json[] => {
  const {each, needed, shape: item} = shape as Each
  const facts = listed(factAt(at, each))
  if (facts.length === 0 && needed !== undefined) need(filling, needed, property)
  return facts.flatMap((fact) => fill(item, fact, filling, property)?.json ?? [])
}

const listed = (fact: Fact): readonly Fact[] =>
  fact === undefined ? [] : Array.isArray(fact) ? fact : [fact]

const need = ({flaws}: Filling, about: string, property: string): void => {
  flaws.push({code: `need.${about}`, property, data: {}})
}

const fillLeaf = (leaf: Leaf, at: Fact, filling: Filling, property: string): Filled | undefined => {
  const facts = listed(factAt(at, leaf.from))
  if (facts.length > 1 && leaf.single !== undefined)
    filling.flaws.push({code: `several.${leaf.single}`, property, data: {values: facts.join(', ')}})
  const [fact] = facts
  const json =
    fact === undefined ? leaf.otherwise : converted(leaf, fact as string | number, filling, property)
  if (json !== undefined) return {json, says: leaf.beside !== true}
  if (fact === undefined && leaf.needed !== undefined) need(filling, leaf.needed, property)
  return undefined
}

const converted = (
  leaf: Leaf,
  fact: string | number,
  filling: Filling,
  property: string,
): Json | undefined => {
  const wrong = flawOf(leaf, fact, filling.facts)
  if (wrong) {
    filling.flaws.push({code: wrong.code, property, data: {value: String(fact), ...wrong.data}})
    return undefined
  }
  if (leaf.values) return Object.hasOwn(leaf.values, fact) ? (leaf.values[fact] ?? undefined) : undefined
  if (leaf.as === 'number') return Number(fact)
  return leaf.after === undefined ? fact : `${fact}${leaf.after}`
}

const flawOf = (
  {as, choice, most, months, pattern, values = {}, wrong}: Leaf,
  fact: string | number,
  facts: Facts,
): Pick<Flaw, 'code' | 'data'> | undefined => {
  const text = String(fact)
  if (choice && !Object.hasOwn(values, text))
    return {code: 'wrong.choice', data: {known: Object.keys(values).join(', ')}}
  if (as === 'date' && !isDate(text)) return {code: 'wrong.date', data: {}}
  if (as === 'number' && !/^[1-9]\d{0,5}$/.test(text)) return {code: 'wrong.number', data: {}}
  if (most !== undefined && text.length > most)
    return {
      code: 'wrong.long',
      data: {value: text.slice(0, 40), length: String(text.length), most: String(most)},
    }
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return {code: `wrong.${wrong}`, data: {}}
  const first = months && factAt(facts, months.from)
  return typeof first === 'string' && isDate(first) ? outside(text, first, months!.most) : undefined
}

const outside = (date: string, first: string, most: number): Pick<Flaw, 'code' | 'data'> | undefined => {
  if (daysBetween(first, date) < 0) return {code: 'wrong.before', data: {first}}
  const last = monthsAfter(first, most)
  return date > last ? {code: 'wrong.after', data: {first, last, most: String(most)}} : undefined
}
