import type {Check} from '../../src/engine/types.ts'
import {lazily, wholeWord} from '../../src/vocabulary/pattern.ts'

const only = '(?:kun|bare|berre)'
const staff =
  '(?:ansatte|medarbeidere|medarbeidarar|tilsatte|tilsette|interne(?: (?:søkere|søkarar|søkjarar|kandidater|kandidatar))?)'
const announced = lazily(
  wholeWord(
    [
      `(?:lyses|lysast|utlyses|utlysast|lyst|utlyst)(?: ut)?(?: ${only})? internt`,
      'intern(?:t|e)? (?:stillings)?(?:utlysning|utlysing|utlyst|lyst ut|lysing)(?:en|a)?',
      `(?:stilling|utlys|søk)[^.!?]{0,60}(?<!\\p{L})(?:forbeholdt|føreholde|føreholden|reservert for) (?:egne |eigne )?${staff}`,
      `${only} (?:for )?interne (?:søkere|søkarar|søkjarar|kandidater|kandidatar)`,
      `(?:lyses|lysast|utlyses|utlysast|lyst|utlyst)(?: ut)? ${only} blant (?:egne |eigne |våre )?${staff}`,
      `${only} (?:åpen|open) for (?:egne |eigne |våre )?${staff}`,
      `${only} (?:søkes|søkast|søkjast) av (?:egne |eigne |våre )?${staff}`,
      `${only} (?:for )?(?:egne |eigne )?${staff} kan søke?(?! om )`,
      `${only} (?:for )?(?:egne |eigne )?${staff} kan søkje(?! om )`,
    ].join('|'),
  ),
)
/** It was so before, may be so, or others may apply as well. */
const isOtherwise = lazily(
  wholeWord(
    'ekstern\\p{L}*|offentlig utlys\\p{L}*|offentleg utlys\\p{L}*|tidligere|tidlegare|først|har vært|har vore|ved (?:eventuell )?intern\\p{L}*|etter intern\\p{L}*|ikke|ikkje|(?:jobber|jobbar|arbeider|arbeidar|arbeid) med|erfaring',
  ),
)
const applies = lazily('søk|gjeld|utlys|lyses|lyst|forbeholdt|føreholde|kun|bare|berre')
const saysWho = lazily(
  wholeWord(
    '(?:fast|faste|fastansatte|midlertidige?|mellombels)(?:,? (?:og|eller) \\p{L}+)? (?:ansatte?|tilsette?|tilsatte?)|alle (?:som er )?(?:ansatte|tilsatte|tilsette|ansatt|tilsett)|(?:ansatte?|tilsatte?|tilsette?|medarbeidere|medarbeidarar|arbeidstakere|arbeidstakarar) (?:i|ved|hos|på)|fastansatte|innleide?|innleigde?',
  ),
)

/** A post that is announced internally only, without word of who may apply. */
export const check: Check = ({analysis: {sentences}}) => {
  const sentence = sentences.find(
    ({lower, role}) => announced().test(lower) && !isOtherwise().test(lower) && role !== 'oppgave',
  )
  if (!sentence) return []
  if (sentences.some(({lower}) => applies().test(lower) && saysWho().test(lower))) return []
  const {0: words, index} = announced().exec(sentence.lower)!
  const start = sentence.span.start + index
  return [{message: 'hvem', span: {start, end: start + words.length}}]
}
