import type {Posting, Span} from '../posting/types.ts'

export interface Frist {
  /** ISO date, or null for "snarest", "løpende", "open until filled". */
  value: string | null
  label?: string
  /** The year was not written; it was inferred from a publication date or from today. */
  årAntatt?: boolean
  /** The weekday as written ("mandag"), for comparison with the date. */
  ukedag?: string
  /** The words do not name a date that exists ("31.02.2027"). */
  ugyldig?: boolean
}

export interface Kontakt {
  navn?: string
  rolle?: string
  /** E.164 */
  telefon: string[]
  epost: string[]
}

export interface Stillingsprosent {
  min: number
  max: number
  /** Written as a word ("heltid"), not as a number. */
  ord?: 'heltid' | 'deltid'
}

export interface Lønn {
  kind: 'beløp' | 'referanse'
  min?: number
  max?: number
  periode?: 'år' | 'måned' | 'time'
  /** A formula without content, such as "lønn etter avtale". */
  vag?: boolean
}

export interface Arbeidssted {
  value: string
  kind: 'adresse' | 'sted' | 'enhet'
}

export interface Søknadsmåte {
  value: string
  /** The address to apply to; absent when the text says "søk her" and the link is lost. */
  mål?: string
}

export interface Tiltredelse {
  value: string
  /** "snarlig" says little. */
  vag?: boolean
}

export interface Arbeidstid {
  value: string
  /** "Noe kveldsarbeid må påregnes" does not say how much. */
  vag?: boolean
}

export interface Simple {
  value: string
}

export interface SectionItems {
  items: string[]
  /** Told in running text, without a section of its own. */
  løpende?: boolean
}

export interface Mangfoldserklæring {
  grunnlag: string[]
}

export interface Søkerliste {
  /** Says "even if" the applicant has asked not to be listed. */
  fullstendig: boolean
}

/** Every field of an ad and the shape of its value. The names are the domain's own words. */
export interface FieldValues {
  stillingstittel: Simple
  arbeidsgiver: Simple
  arbeidssted: Arbeidssted
  frist: Frist
  kontakt: Kontakt
  ansettelsesform: Simple
  stillingsprosent: Stillingsprosent
  lønn: Lønn
  tiltredelse: Tiltredelse
  søknadsmåte: Søknadsmåte
  referanse: Simple
  antall: Simple
  pensjon: Simple
  arbeidstid: Arbeidstid
  arbeidsoppgaver: SectionItems
  kvalifikasjoner: SectionItems
  egenskaper: SectionItems
  vilkår: SectionItems
  mangfoldserklæring: Mangfoldserklæring
  søkerliste: Søkerliste
}

export type FieldName = keyof FieldValues

/** One place where a field stands in the ad. */
export interface Occurrence<Value> {
  value: Value
  span: Span
}

export type Fields = {readonly [Name in FieldName]: readonly Occurrence<FieldValues[Name]>[]}

/** What a recogniser may know besides the posting. */
export interface RecogniserContext {
  /** ISO date of the check; years that are not written are inferred from it. */
  today: string
}

/** The one skeleton of every file in this folder. */
export interface Recogniser<Name extends FieldName> {
  name: Name
  recognise(posting: Posting, context: RecogniserContext): Occurrence<FieldValues[Name]>[]
}
