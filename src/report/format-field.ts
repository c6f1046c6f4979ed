import type {MessageLanguage} from '../engine/types.ts'
import type {
  Arbeidstid,
  FieldName,
  FieldValues,
  Frist,
  Kontakt,
  Lønn,
  Mangfoldserklæring,
  Stillingsprosent,
  Søknadsmåte,
  Tiltredelse,
} from '../fields/types.ts'
import {formatDate, type TextKey, translate} from './texts.ts'
import type {FieldOccurrence} from './types.ts'

type Format<Value> = (value: Value & {text: string}, lang: MessageLanguage) => string

/** A Norwegian number in the groups that people read it in; a foreign one as E.164. */
const phone = (number: string): string => {
  const national = /^\+47(\d+)$/.exec(number)?.[1]
  if (!national) return number
  const groups = /^[489]/.test(national) ? /^(\d{3})(\d\d)(\d{3})$/ : /^(\d\d)(\d\d)(\d\d)(\d\d)$/
  return groups.exec(national)?.slice(1).join('\u00a0') ?? national
}

/** Whole kroner, or with two figures for øre. */
const sum = (amount: number, lang: MessageLanguage): string => {
  const [kroner = '', øre] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split('.')
  const whole = kroner.replace(/\B(?=(?:\d{3}){1,9}$)/g, translate(lang, 'value.thousands'))
  return øre === undefined ? whole : whole + decimalSign(lang) + øre
}

const decimalSign = (lang: MessageLanguage): string => (lang === 'en' ? '.' : ',')

const range = (min: string, max: string): string => (min === max ? min : `${min}–${max}`)

const frist: Format<Frist> = ({value, label, ugyldig, årAntatt, text}, lang) => {
  if (ugyldig) return translate(lang, 'value.invalidDate', {date: text})
  if (value === null)
    return label === undefined ? text : translate(lang, `value.deadline.${label}` as TextKey)
  const shown = formatDate(value, lang)
  return årAntatt ? translate(lang, 'value.yearAssumed', {date: shown}) : shown
}

const kontakt: Format<Kontakt> = ({navn, rolle, telefon, epost}, lang) =>
  [navn, rolle, ...telefon.map((number) => translate(lang, 'value.phone', {number: phone(number)})), ...epost]
    .filter((part) => part)
    .join(', ')

const decimal = (number: number, lang: MessageLanguage): string =>
  String(number).replace('.', decimalSign(lang))

/** «80 %», «60–80 %» */
export const formatPercent = (
  {min, max}: Pick<Stillingsprosent, 'min' | 'max'>,
  lang: MessageLanguage,
): string => translate(lang, 'value.percent', {range: range(decimal(min, lang), decimal(max, lang))})

const lønn: Format<Lønn> = ({kind, min, max, periode, vag, text}, lang) => {
  if (kind === 'beløp' && min !== undefined) {
    const amount = range(sum(min, lang), sum(max ?? min, lang))
    return translate(lang, `value.amount.${periode ?? 'unknown'}`, {amount})
  }
  return vag ? translate(lang, 'value.vague', {text}) : text
}

const tiltredelse: Format<Tiltredelse> = ({value, vag}, lang) =>
  vag ? translate(lang, 'value.vague', {text: value}) : formatDate(value, lang)

const arbeidstid: Format<Arbeidstid> = ({value, vag}, lang) =>
  vag ? translate(lang, 'value.vague', {text: value}) : value

const søknadsmåte: Format<Søknadsmåte> = ({value, mål}) =>
  mål === undefined || value.includes(mål) ? value : `${value} (${mål})`

const items: Format<{items: string[]}> = ({items}, lang) => translate(lang, 'count.items', {n: items.length})

const mangfoldserklæring: Format<Mangfoldserklæring> = ({grunnlag}, lang) =>
  grunnlag.length === 0
    ? translate(lang, 'value.noGrounds')
    : translate(lang, 'value.grounds', {n: grunnlag.length, list: grunnlag.join(', ')})

const simple: Format<{value: string}> = ({value}) => value

const formats: {[Name in FieldName]: Format<FieldValues[Name]>} = {
  stillingstittel: simple,
  arbeidsgiver: simple,
  arbeidssted: simple,
  frist,
  kontakt,
  ansettelsesform: simple,
  stillingsprosent: formatPercent,
  lønn,
  tiltredelse,
  søknadsmåte,
  referanse: simple,
  antall: simple,
  pensjon: simple,
  arbeidstid,
  arbeidsoppgaver: items,
  kvalifikasjoner: items,
  egenskaper: items,
  vilkår: items,
  mangfoldserklæring,
  søkerliste: ({fullstendig}, lang) =>
    translate(lang, fullstendig ? 'value.notice.full' : 'value.notice.partial'),
}

/**
 * How a value of a field is shown to people: `23. februar 2024`, `40 800 kr per måned`.
 * Numbers in groups hold together by no-break spaces. Not yet `safe`.
 */
export const formatField = (name: string, occurrence: FieldOccurrence, lang: MessageLanguage): string => {
  const format = formats[name as FieldName] as Format<unknown> | undefined
  return format ? format(occurrence, lang) : occurrence.text
}
