import type {Check} from '../../src/engine/types.ts'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

/** What only an open sentence about the applicant's views says. */
const open = [
  /verdigrunnlag|grunnsyn|partimedlem|partitilh|sympatiser|sympati (?:med|for)/,
  /står? inne for|stå for (?:partiet|det partiet|vår)/,
  /medlem(?:skap)? (?:av|i) \S{0,60}(?:parti|høyre|høgre|venstre|rødt|raudt)/,
  /politiske? (?:ståsted|ståstad|syn|tilhør|tilhøyr|tilknyt|overbevis|overtyd)/,
]

/** Among the tasks these words tell what is to be done; elsewhere they may be meant as the open sentence. */
const likely = [
  /partiets (?:program|politikk|profil|verdi)|(?:programmet|politikken|profilen|verdiane) til partiet/,
  /(?<![a-zæøå])(?:deler?|identifiser\S{0,60}|lojal\S{0,60}|slutt\S{0,60} (?:opp|seg|deg)|einig i|enig i|forplikt\S{0,60}|tro på|tru på) .{0,60}(?:verdi|program|politikk|profil|ideolog|prinsipp|idé)/,
]

/** A party group that may weigh political views must say so in its ad. */
export const check: Check = ({analysis}) => {
  const isOpen = analysis.sentences.some(({text, role}) => {
    const words = inLowerCase(text).replace(/\s+/g, ' ')
    const patterns = role === 'oppgave' ? open : [...open, ...likely]
    return patterns.some((pattern) => pattern.test(words))
  })
  return isOpen ? [] : [{message: 'mangler'}]
}
