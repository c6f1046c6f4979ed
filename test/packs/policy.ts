import type {PackFile} from '../../src/engine/packs.ts'
import {fingerprintOf, sentencesOf} from '../../src/packs/fingerprint.ts'

/** An invented policy: headings glued to their text, a list, a hyphen at the end of a line, paragraphs without a stop. */
export const policy = `1. Innledning

Lillevik kommune vil være en arbeidsgiver som lytter til dem som jobber her. Vi følger regel-
verket, og vi sier fra når noe kan bli bedre

Visjon
Visjonen Vi bygger bro er et ønske om at folk møtes på tvers av fjorden. Broer skal tåle
vær, vind og uenighet.
Verdier
Vi har to verdier, nysgjerrighet og tålmodighet. Nysgjerrighet er å spørre en gang til.

2. Rekruttering

Mål Våre strategier er å:

Lillevik skal finne
flere kolleger

• lyse ut på flere språk

• gi rekrutterings- og opplæringsansvar til
noen som har tid
 Annonsene skal kunne leses av alle, og vi bruker ca. 200 ord. Avdelingene i
Lillevik samarbeider om dem.
`

export const clauses: Record<string, readonly string[]> = {
  lytte: ['Lillevik kommune vil være'],
  visjon: ['Visjonen Vi bygger bro', 'Broer skal tåle'],
  verdier: ['Vi har to verdier', 'Nysgjerrighet er'],
  annonser: ['lyse ut på', 'Annonsene skal', 'Avdelingene i'],
}

const text = (nb: string) => ({nb, nn: nb, en: nb})

/** A pack whose clauses sum up the sentences that begin so. */
export const packOf = (source: string, parts = clauses): PackFile => {
  const sentences = sentencesOf(source).map((sentence) => ({
    ...sentence,
    fingerprint: fingerprintOf(sentence.text),
  }))
  return {
    id: 'policy/lillevik',
    title: text('Lillevik'),
    sentences: sentences.map(({fingerprint}) => fingerprint),
    clauses: Object.entries(parts).map(([id, starts]) => ({
      id,
      heading: id,
      text: text(id),
      reason: text(id),
      sentences: sentences
        .filter((sentence) => starts.some((start) => sentence.text.startsWith(start)))
        .map(({fingerprint}) => fingerprint),
    })),
  }
}
