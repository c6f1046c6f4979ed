import type {Profile} from '../engine/types.ts'
import {fullDate} from '../fields/grammar/published.ts'
import type {Arbeidssted, FieldName, Fields, FieldValues, Lønn, Stillingsprosent} from '../fields/types.ts'
import type {Block, Posting} from '../posting/types.ts'
import {htmlOf} from './html.ts'

/** What is known of an ad: words, numbers, lists, and what belongs together. */
export type Fact = string | number | undefined | readonly Fact[] | Facts
export interface Facts {
  readonly [name: string]: Fact
}

/** What no text of an ad holds, and what may be said in the place of the text. */
export const givenKeys = [
  'referanse',
  'antall',
  'publisert',
  'utløper',
  'ansettelsesform',
  'postnummer',
  'poststed',
  'arbeidsgiveradresse',
  'arbeidsgiverreferanse',
  'organisasjonsnummer',
  'hjemmekontor',
  'direktesøknad',
] as const

export type Given = Readonly<Partial<Record<(typeof givenKeys)[number], string>>>

/** The fact at a path; `.` is the fact itself. */
export const factAt = (fact: Fact, path: string): Fact =>
  path === '.' ? fact : path.split('.').reduce<Fact>((at, name) => (isFacts(at) ? at[name] : undefined), fact)

const isFacts = (fact: Fact): fact is Facts => typeof fact === 'object' && !Array.isArray(fact)

export interface Known {
  posting: Posting
  fields: Fields
  profile: Profile
  today: string
}

/** The facts of an ad; what is given comes before what the front matter says, and that before the text. */
export const factsOf = ({posting, fields, profile, today}: Known, said: Given): Facts => {
  const given = {...givenInForm(posting), ...said}
  const first = <Name extends FieldName>(name: Name): FieldValues[Name] | undefined => fields[name][0]?.value
  const frist = fields.frist.map(({value}) => value)
  const deadline = frist.find(({value, ugyldig}) => value !== null && !ugyldig)?.value ?? undefined
  const title = first('stillingstittel')?.value
  const text = posting.blocks.filter((block) => !block.given)
  const opening = text[0]?.kind === 'heading' ? text[0] : undefined
  return {
    ...given,
    stillingstittel: title,
    overskrift: opening?.text ?? title,
    tekst: textOf(posting, opening?.text === title ? text.slice(1) : text),
    brødtekst: textOf(posting, opening ? text.slice(1) : text),
    arbeidsgiver: first('arbeidsgiver')?.value,
    arbeidsgivertype: profile.arbeidsgivertype?.value,
    arbeidsgiveradresse: given.arbeidsgiveradresse && addressOf(given.arbeidsgiveradresse),
    arbeidsgiverreferanse: given.arbeidsgiverreferanse ?? given.organisasjonsnummer,
    arbeidssted: placesOf(valuesOf(fields, 'arbeidssted'), given),
    referanse: given.referanse ?? first('referanse')?.value,
    antall: given.antall ?? first('antall')?.value,
    publisert: dateIn(given.publisert ?? posting.profile.publisert) ?? today,
    frist: deadline,
    fristtekst: inNorwegian(deadline) ?? frist[0]?.label,
    utløper: dateIn(given.utløper) ?? deadline,
    ansettelsesform:
      given.ansettelsesform?.toLowerCase() ??
      distinct(valuesOf(fields, 'ansettelsesform').map(({value}) => value)),
    ...extentOf(valuesOf(fields, 'stillingsprosent')),
    lønn: payOf(valuesOf(fields, 'lønn')),
    tiltredelse: first('tiltredelse')?.value,
    tiltredelsestekst: inNorwegian(first('tiltredelse')?.value),
    arbeidstid: first('arbeidstid')?.value,
    kontakt: contactsOf(fields),
    søknad: waysOf(fields),
    hjemmekontor:
      given.hjemmekontor?.toLowerCase() ??
      (valuesOf(fields, 'arbeidssted').some(({value}) => atHome.test(value)) ? 'helt' : undefined),
    direktesøknad: given.direktesøknad?.toLowerCase(),
  }
}

/** Keys of the front matter, or of a form, that no field has. */
const givenInForm = ({blocks}: Posting): Given => {
  const lines = blocks.filter(({given}) => given).flatMap(({text}) => text.split('\n'))
  const entries = lines.flatMap((line) => {
    const [, key = '', value = ''] = /^([^:]+): (.+)$/.exec(line) ?? []
    return inForm.has(key.toLowerCase()) ? [[key.toLowerCase(), value]] : []
  })
  return Object.fromEntries(entries)
}

/** What is a field has its value from that, wherever it stands. */
const inForm: ReadonlySet<string> = new Set(
  givenKeys.filter((key) => !['ansettelsesform', 'antall', 'referanse'].includes(key)),
)

const valuesOf = <Name extends FieldName>(fields: Fields, name: Name): FieldValues[Name][] =>
  fields[name].map(({value}) => value)

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

const textOf = (posting: Posting, blocks: readonly Block[]): string | undefined =>
  htmlOf(posting, blocks) || undefined

/** As a date of the calendar where it is one; else as it is written. */
const dateIn = (text: string | undefined): string | undefined => text && (fullDate(text) ?? text)

const inNorwegian = (date: string | undefined): string | undefined =>
  date?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')

const address = /^(?:(.{0,200}?),?\s{1,9})?(\d{4})\s{1,9}(\p{L}[^,]{0,200})$/u

const addressOf = (text: string): Facts => {
  const [, adresse, postnummer, poststed] = address.exec(text) ?? []
  return postnummer === undefined ? {adresse: text} : {adresse, postnummer, poststed}
}

/** The places with a postal code; without any, the first. What is given of it holds when there is one. */
const placesOf = (places: readonly Arbeidssted[], {postnummer, poststed}: Given): Facts[] => {
  const whole = distinct(places.map(({value}) => value)).filter((value) => address.test(value))
  if (whole.length > 1) return whole.map(addressOf)
  const said = {...(postnummer !== undefined && {postnummer}), ...(poststed !== undefined && {poststed})}
  if (whole[0] !== undefined) return [{...addressOf(whole[0]), ...said}]
  return places.slice(0, 1).map(({kind, value}) => {
    const isTown = kind === 'sted' && (poststed ?? value) === value
    return isTown || postnummer === undefined ? {poststed: value, ...said} : {adresse: value, ...said}
  })
}

const atHome = /^(?:hjemmekontor|heimekontor|home office|remote)(?!\p{L})/iu

const extentOf = (extents: readonly Stillingsprosent[]): Facts => {
  if (extents.length === 0) return {}
  const isFull = extents.some(({max}) => max >= 100)
  const isPart = extents.some(({min}) => min < 100)
  const written = distinct(
    extents
      .filter(({ord}) => ord === undefined)
      .map(({min, max}) => (min === max ? `${min}%` : `${min}-${max}%`)),
  )
  return {
    omfang: [...(isFull ? ['heltid'] : []), ...(isPart ? ['deltid'] : [])],
    heltidDeltid: isFull ? 'heltid' : 'deltid',
    ...(isPart && written.length === 1 && {prosent: written[0]}),
  }
}

const leastYearly = 100_000

const payOf = (pays: readonly Lønn[]): Facts | undefined => {
  const pay = pays.find(({kind, min, max}) => kind === 'beløp' && (min ?? max) !== undefined)
  if (!pay) return undefined
  const {min, max} = pay
  const periode = pay.periode ?? ((min ?? max)! >= leastYearly ? 'år' : undefined)
  if (periode === undefined) return undefined
  if (min !== max) return {fra: min, til: max, periode}
  return {beløp: min, periode, ...(periode === 'år' && {årslønn: min})}
}

/** Those who have a name; when nobody has one, all of them. */
const contactsOf = (fields: Fields): Facts[] => {
  const contacts = valuesOf(fields, 'kontakt').map(({navn, rolle, telefon, epost}) => ({
    navn,
    rolle,
    telefon: telefon[0],
    epost: epost[0],
  }))
  const named = contacts.filter(({navn}) => navn !== undefined)
  const chosen = named.length > 0 ? named : contacts
  return [...new Map(chosen.map((contact) => [JSON.stringify(contact), contact])).values()]
}

const waysOf = (fields: Fields): Facts => {
  const goals = valuesOf(fields, 'søknadsmåte').flatMap(({mål}) => mål ?? [])
  return {
    lenke: goals.find((goal) => /^https?:\/\//i.test(goal)),
    epost: goals.find((goal) => /^[^@\s/]+@[^@\s/]+$/.test(goal)),
  }
}
