import type {Check} from '../../../src/engine/types.ts'
import {createPhraseFinder} from '../../../src/language/search/phrase-finder.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const changesIn = createPhraseFinder([
  '[er|står|inne|midt] ~1 i [en|ei] ~2 [omstilling|omstillingsprosess|omorganisering|omorganiseringsprosess|endringsprosess]',
  'under [omstilling|omorganisering]',
  '[skal|vil|kan] [omorganiseres|omorganiserast|omstilles|omstillast]',
  '[skal|har] [omorganisere|omorganisert|slå sammen|slå saman|slått sammen|slått saman]',
  '[ny|nytt] [organisering|organisasjonsstruktur|organisasjonskart] [fra|frå|trer|er]',
])
const toldIn = createPhraseFinder([
  '[kan|vil] ~3 [endret|endra|flyttet|flytta|påvirket|påverka|endre|endres|endrast|flytte|flyttes|flyttast|påvirke|påverke|omfatte|bety]',
  '[endring|endringer|endringar] [i|av] ~3 [oppgave*|oppgåve*|arbeidsoppgave*|arbeidsoppgåve*|ansvar*|arbeidssted*|arbeidsstad*|stilling*|tilknytning*|organisering*]',
  '[betyr|inneber|innebærer|medfører] [at|for]',
  '[medvirkning|medverknad|være med på|vere med på|få informasjon|får informasjon]',
])

const negation = /(?<!\p{L})(?:ikke|ikkje|ingen|inga)\s(?:\S+\s)?$/u

/** An ad that says its workplace is being reorganised also says what may change. */
export const check: Check = ({analysis, posting}) => {
  if (posting.blocks.some(({text}) => toldIn(inLowerCase(text)).length > 0)) return []
  for (const sentence of analysis.sentences) {
    const [span] = sentence.role === 'sitat' ? [] : changesIn(sentence.words, sentence.span.start)
    if (span && !negation.test(sentence.lower.slice(0, span.start - sentence.span.start)))
      return [{message: 'funn', span, data: {ord: posting.text.slice(span.start, span.end)}}]
  }
  return []
}
