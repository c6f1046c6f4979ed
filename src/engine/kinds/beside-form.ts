import {isDate} from '../../calendar/index.ts'
import {isSame} from '../../fields/grammar/same-person.ts'
import {recogniseSide, wordsOfSide} from '../../fields/sides.ts'
import type {
  Arbeidssted,
  FieldName,
  FieldValues,
  Lønn,
  Occurrence,
  Simple,
  Tiltredelse,
} from '../../fields/types.ts'
import type {Posting, Span} from '../../posting/types.ts'
import {formatField} from '../../report/format-field.ts'
import type {Check, ConsistencyRule, MessageLanguage, RuleContext} from '../types.ts'

type BesideForm = Exclude<ConsistencyRule, {property: string}>

/** Words of the text that contradict the form, with what each of them says. */
interface Contradiction {
  span: Span
  skjema: string
  tekst: string
}

interface Said<Name extends FieldName> {
  form: readonly Occurrence<FieldValues[Name]>[]
  text: readonly Occurrence<FieldValues[Name]>[]
  posting: Posting
  lang: MessageLanguage
}

type Compare<Name extends FieldName> = (said: Said<Name>) => Contradiction | undefined

/** What the form fields and the text say of one field. Nothing is told of a field that only one of them has. */
export const besideForm =
  (rule: BesideForm): Check =>
  (context) => {
    if (!context.posting.blocks.some(({given}) => given)) return []
    const found = compareIn(rule, context)
    if (!found) return []
    const {span, ...data} = found
    return [{message: 'skjema', span, data}]
  }

const compareIn = (
  {field, compare}: BesideForm,
  {posting, today, lang}: RuleContext,
): Contradiction | undefined => {
  const name = field as FieldName
  const form = recogniseSide(posting, 'form', name, {today})
  const text = form.length > 0 ? recogniseSide(posting, 'text', name, {today}) : []
  if (text.length === 0) return undefined
  return (comparisons[compare] as Compare<FieldName>)({form, text, posting, lang})
}

/** The text may tell of several sums; what lies between them is that of the form. */
const beløp: Compare<'lønn'> = ({form, text, lang}) => {
  const [asked] = form.filter(isSum)
  const told = text.filter(isSum).filter(({value}) => value.periode === asked?.value.periode)
  const [first] = told
  if (!asked || !first) return undefined
  const least = Math.min(...told.map(({value}) => value.min))
  const most = Math.max(...told.map(({value}) => value.max))
  if (asked.value.min <= most && asked.value.max >= least) return undefined
  return {span: first.span, skjema: shown('lønn', asked, lang), tekst: shown('lønn', first, lang)}
}

type Sum = Occurrence<Lønn & {min: number; max: number}>
const isSum = (found: Occurrence<Lønn>): found is Sum => found.value.min !== undefined

/** Only days contradict one another: «snarest» and «august» leave it open. */
const dato: Compare<'tiltredelse'> = ({form, text, posting, lang}) => {
  const [asked] = form
  const [first] = text
  if (![...form, ...text].every(({value}) => isDate(value.value)) || !asked || !first) return undefined
  const agrees = text.some((told) => form.some(({value}) => isSameDay(value.value, told, posting)))
  return agrees
    ? undefined
    : {span: first.span, skjema: shown('tiltredelse', asked, lang), tekst: shown('tiltredelse', first, lang)}
}

/** A year that is not written is a guess. */
const isSameDay = (date: string, {value, span}: Occurrence<Tiltredelse>, posting: Posting): boolean => {
  const hasYear = /\d{4}|\d[./-]\d{1,2}[./-]\d\d/.test(posting.text.slice(span.start, span.end))
  return hasYear ? value.value === date : value.value.slice(4) === date.slice(4)
}

/** Two towns, of which neither is named anywhere on the other side: they may still be the same municipality. */
const sted: Compare<'arbeidssted'> = ({form, text, posting}) => {
  const towns = form.flatMap(townOf)
  const told = text.filter((found) => isPlaced(found, posting)).flatMap(townOf)
  const [asked] = towns
  const [first] = told
  if (!asked || !first || towns.length < form.length) return undefined
  const [words, formWords] = (['text', 'form'] as const).map((side) =>
    wordsOfSide(posting, side).replaceAll(address, ''),
  ) as [string, string]
  const isNamed =
    towns.some(({name}) => words.includes(name.toLowerCase())) ||
    told.some(({name}) => formWords.includes(name.toLowerCase()))
  return isNamed ? undefined : {span: first.span, skjema: asked.name, tekst: first.name}
}

/** Of the web or of mail. */
const address = /(?<!\S)\S*(?:[@/]|\.\p{L}{2,})\S*/gu

const townName = /(?:^|\d{4} )(?<name>\p{Lu}[\p{L}-]+(?: (?:i |på )?\p{Lu}[\p{L}-]+)?)$/u

const townOf = ({value: {value, kind}, span}: Occurrence<Arbeidssted>): {name: string; span: Span}[] => {
  const name = kind === 'enhet' ? undefined : townName.exec(value)?.groups?.name
  return name === undefined ? [] : [{name, span}]
}

/** Beside a label, or with a post code: a town that is mentioned may be that of the head office. */
const isPlaced = ({value, span}: Occurrence<Arbeidssted>, {pairs}: Posting): boolean =>
  /\d{4} \p{L}/u.test(value.value) ||
  pairs.some(({value: {start, end}}) => start <= span.start && span.end <= end)

/** The same person with a number or an address that is nearly the same: one of them is a slip. */
const person: Compare<'kontakt'> = ({form, text}) => {
  const pairs = form.flatMap((asked) =>
    text
      .filter(({value}) => value.navn && asked.value.navn && isSame(value, asked.value))
      .map((told) => ({asked, told})),
  )
  for (const {asked, told} of pairs) {
    const slip =
      slipIn(asked.value.telefon, told.value.telefon) ?? slipIn(asked.value.epost, told.value.epost)
    if (slip) return {span: told.span, skjema: asWritten(slip.skjema), tekst: asWritten(slip.tekst)}
  }
  return undefined
}

/** A Norwegian number without its country. */
const asWritten = (way: string): string => way.replace(/^\+47(\d{3})(\d\d)(\d{3})$/, '$1 $2 $3')

/** The most letters or figures in which what is meant to be the same differs. */
const mostWrong = 2

const slipIn = (
  form: readonly string[],
  text: readonly string[],
): Pick<Contradiction, 'skjema' | 'tekst'> | undefined => {
  const isIn = (one: string, many: readonly string[]): boolean =>
    many.some((other) => other.toLowerCase() === one.toLowerCase())
  if (form.some((one) => isIn(one, text))) return undefined
  for (const skjema of form) {
    const tekst = text.find((other) => distance(skjema.toLowerCase(), other.toLowerCase()) <= mostWrong)
    if (tekst !== undefined) return {skjema, tekst}
  }
  return undefined
}

/** The number of letters put in, left out or exchanged between two short texts. */
const distance = (one: string, other: string): number => {
  let row = Array.from({length: other.length + 1}, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const exchanged = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, exchanged))
    }
    row = next
  }
  return row.at(-1)!
}

/** Two municipalities, of which that of the form is not named in the text. */
const kommune: Compare<'arbeidsgiver'> = ({form, text, posting}) => {
  const [asked] = form.filter(isMunicipality)
  const [first] = text.filter(isMunicipality)
  if (!asked || !first || form.length > 1) return undefined
  const name = municipalityIn(asked)
  if (wordsOfSide(posting, 'text').includes(name) || municipalityIn(first) === name) return undefined
  return {span: first.span, skjema: asked.value.value, tekst: first.value.value}
}

const municipalityIn = ({value}: Occurrence<Simple>): string =>
  /^[\p{L}-]+(?: [\p{L}-]+)?(?= kommune(?!\p{L}))/u.exec(value.value.toLowerCase())?.[0] ?? ''
const isMunicipality = (found: Occurrence<Simple>): boolean => municipalityIn(found) !== ''

const shown = (name: FieldName, {value}: Occurrence<object>, lang: MessageLanguage): string =>
  formatField(name, {...value, text: '', place: nowhere}, lang)

const point = {line: 1, column: 1, offset: 0}
const nowhere = {start: point, end: point}

const comparisons: {
  beløp: Compare<'lønn'>
  dato: Compare<'tiltredelse'>
  sted: Compare<'arbeidssted'>
  person: Compare<'kontakt'>
  kommune: Compare<'arbeidsgiver'>
} = {beløp, dato, sted, person, kommune}
