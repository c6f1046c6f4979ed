import {withoutPrompts} from '../language/prompts.ts'
import type {Posting} from '../posting/types.ts'
import {ansettelsesform} from './ansettelsesform.ts'
import {antall} from './antall.ts'
import {arbeidsgiver} from './arbeidsgiver.ts'
import {arbeidsoppgaver} from './arbeidsoppgaver.ts'
import {arbeidssted} from './arbeidssted.ts'
import {arbeidstid} from './arbeidstid.ts'
import {egenskaper} from './egenskaper.ts'
import {frist} from './frist.ts'
import {kontakt} from './kontakt.ts'
import {kvalifikasjoner} from './kvalifikasjoner.ts'
import {lønn} from './lonn.ts'
import {mangfoldserklæring} from './mangfoldserklaering.ts'
import {pensjon} from './pensjon.ts'
import {referanse} from './referanse.ts'
import {søkerliste} from './sokerliste.ts'
import {søknadsmåte} from './soknadsmate.ts'
import {stillingsprosent} from './stillingsprosent.ts'
import {stillingstittel} from './stillingstittel.ts'
import {tiltredelse} from './tiltredelse.ts'
import type {FieldName, Fields, Recogniser, RecogniserContext} from './types.ts'
import {vilkår} from './vilkar.ts'

/** Every field, in the order in which reports show them. */
export const recognisers: {readonly [Name in FieldName]: Recogniser<Name>} = {
  stillingstittel,
  arbeidsgiver,
  arbeidssted,
  frist,
  kontakt,
  ansettelsesform,
  stillingsprosent,
  lønn,
  tiltredelse,
  søknadsmåte,
  referanse,
  antall,
  pensjon,
  arbeidstid,
  arbeidsoppgaver,
  kvalifikasjoner,
  egenskaper,
  vilkår,
  mangfoldserklæring,
  søkerliste,
}

export const fieldNames = Object.keys(recognisers) as FieldName[]

/** Finds every field of a posting, each with all its occurrences in the order of the text. */
export const recognise = (posting: Posting, context: RecogniserContext): Fields => {
  const written = withoutPrompts(posting)
  const entries = fieldNames.map((name) => {
    const found = recognisers[name].recognise(written, context)
    return [name, [...found].sort((a, b) => a.span.start - b.span.start)]
  })
  return Object.fromEntries(entries) as Fields
}
