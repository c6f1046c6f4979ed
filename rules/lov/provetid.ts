import type {Check, RuleContext} from '../../src/engine/types.ts'
import {findDates} from '../../src/fields/grammar/dates.ts'
import {numberWordSource, parseNumber} from '../../src/fields/grammar/numbers.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'
import {lazily} from '../../src/vocabulary/pattern.ts'

const mostMonths = 6
const period = `(?<number>(?<![\\p{L}\\d.,])\\d{1,2}|${numberWordSource})[ -]?(?<unit>år(?:ig|ige)?s?|måned(?:er|ene)?s?|månad(?:er|ar|ene|ane)?s?|mnd\\.?)(?![\\p{L}\\d])`
const probations = [
  `(?<!(?:i|etter|før|og) )prøvetid(?:en|a)?(?: (?:i stillingen|i stillinga))?:?(?: (?:er|på|i|med|blir|vert|varer|varar|inntil|minst)){0,9} ${period}`,
  `${period}(?: (?:gjensidig|vanlig|vanleg|ordinær|obligatorisk))? prøvetid(?!\\p{L}{3})`,
  `${period} (?:regnes som|regnast som|reknes som|reknast som|er|blir|vert)(?: rekna som)? prøvetid(?!\\p{L})`,
].map((source) => lazily(source))
const isOther = lazily('forleng|utvid|lærling|lærekontrakt|oppsigelse|oppseiing|oppseiings')
const temporaries = [
  `(?:vikariat|engasjement|stilling|ansettelse|tilsetjing|tilsetting|tilsetjinga)(?:en|et|a)?(?: (?:er|varer|varar|gjelder|gjeld|for|på|i|av|inntil)){0,9} ${period}`,
  `varighet:? ${period}`,
  `varigheit:? ${period}`,
  `${period} ?(?:vikariat|engasjement)`,
].map((source) => lazily(source))
const isTemporary = lazily('vikariat|engasjement|midlertidig|mellombels')
const temporaryForms = ['vikariat', 'midlertidig', 'engasjement']

interface Stretch {
  months: number
  span: Span
}

/** A probation of more than six months, or of more than half of a temporary employment whose length is told. */
export const check: Check = (context) => {
  const {sentences} = context.analysis
  const probation = longest(
    sentences
      .filter(({lower}) => lower.includes('prøvetid') && !isOther().test(lower))
      .flatMap(inSentence(probations)),
  )
  if (!probation) return []
  const {months, span} = probation
  const lengde = String(months)
  if (months > mostMonths) return [{message: 'for-lang', span, data: {lengde}}]
  const temporary = sentences.filter(isTemporaryIn(context))
  const employment = longest([...temporary.flatMap(inSentence(temporaries)), ...temporary.flatMap(fromTo)])
  if (!employment || months * 2 <= employment.months) return []
  const data = {lengde, varighet: String(employment.months)}
  return [{message: 'halvparten', span, data}]
}

const longest = (stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.toSorted((one, other) => other.months - one.months)[0]

const inSentence =
  (patterns: readonly (() => RegExp)[]) =>
  ({lower, span}: Sentence): Stretch[] =>
    patterns.flatMap((pattern) => {
      const match = pattern().exec(lower)
      const number = match && parseNumber(match.groups!.number!)
      if (!number) return []
      const start = span.start + match.index
      return [
        {
          months: match.groups!.unit!.startsWith('år') ? number * 12 : number,
          span: {start, end: start + match[0].length},
        },
      ]
    })

const between = lazily('^ ?(?:-|–|til|til og med|t\\.?o\\.?m\\.?|to|until) ?$')
const aMonth = 30.44 * 24 * 60 * 60 * 1000

/** "1. februar–30. november 2027"; a year that is not written is that of the end, or the one before. */
const fromTo = ({text, span}: Sentence): Stretch[] => {
  const [start, end, ...others] = findDates(text, {from: () => '2000-01-01'})
  if (!start?.value || !end?.value || end.årAntatt || others.length > 0) return []
  if (!between().test(text.slice(start.end, end.start).toLowerCase())) return []
  const last = Date.parse(end.value)
  const inYear = (year: number): number => Date.parse(`${year}${start.value!.slice(4)}`)
  const year = Number(end.value.slice(0, 4))
  const written = start.årAntatt ? inYear(year) : Date.parse(start.value)
  const first = written > last ? inYear(year - 1) : written
  return [{months: Math.round((last - first) / aMonth), span}]
}

/** Every form that was recognised is temporary; where there is none, as beside "prøvetid", the sentence says so. */
const isTemporaryIn =
  ({fields: {ansettelsesform}}: RuleContext) =>
  ({lower}: Sentence): boolean =>
    ansettelsesform.every(({value}) => temporaryForms.includes(value.value)) &&
    (ansettelsesform.length > 0 || isTemporary().test(lower))
