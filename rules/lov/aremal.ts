import type {Check} from '../../src/engine/types.ts'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

const fewestYears = 6
const numbers = ['en', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti']
const nynorsk = ['eitt', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti']
const length = /(\d{1,2}|[a-zåøæ]{2,6})[ -]?års?/g
const provision = /§|kommunel[oa]v|arbeidsmiljøl[oa]v|universitetsl[oa]v|statsansattel[oa]v/
const leading = /direktør|sjef|ombud|ombod|rektor|dekan|leder|leiar/
const municipal = ['kommune', 'fylkeskommune']

/** A fixed term of years only where the law allows it, and in a municipality for at least six. */
export const check: Check = ({fields, analysis, profile}) => {
  const term = fields.ansettelsesform.find(({value}) => value.value === 'åremål')
  if (!term) return []
  const {span} = term
  const sentence = analysis.sentences.find((s) => s.span.start <= span.start && span.end <= s.span.end)
  const words = inLowerCase(sentence?.text ?? '')
  const years = yearsIn(words)
  const isMunicipal = municipal.includes(profile.arbeidsgivertype?.value ?? '')
  if (isMunicipal && years !== undefined && years < fewestYears) {
    return [{message: 'for-kort', span, data: {år: String(years)}}]
  }
  const title = inLowerCase(fields.stillingstittel.map(({value}) => value.value).join(' '))
  const grounded = provision.test(words) || (isMunicipal && leading.test(title))
  return grounded ? [] : [{message: 'grunnlag', span}]
}

const yearsIn = (text: string): number | undefined => {
  for (const [, word] of text.matchAll(length)) {
    const years = Number(word) || numberNamed(word!)
    if (years) return years
  }
  return
}

const numberNamed = (word: string): number => Math.max(numbers.indexOf(word), nynorsk.indexOf(word)) + 1
