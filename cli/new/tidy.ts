import {perYear, type Written} from './draft.ts'

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const sizes = /^(\d{1,3}(?:[.,]\d+)?)(?: ?% ?)?(?: ?(?:[-–]|til) ?(\d{1,3}(?:[.,]\d+)?))? ?(?:%|prosent)?$/

/** `80` is 80 %, `60-100` is 60–100 %. */
const extent = (text: string): string => {
  const [, from, to] = sizes.exec(onOneLine(text)) ?? []
  if (from === undefined) return onOneLine(text)
  return `${to === undefined ? from : `${from}–${to}`} %`
}

const amounts = /^(\d[\d .]*\d)(?: ?(?:[-–]|til) ?(\d[\d .]*\d))? ?(?:kr|kroner)?\.?$/i

const grouped = (amount: string): string => amount.replace(/\D/g, '').replace(/\B(?=(?:\d{3}){1,9}$)/g, ' ')

/** `470000-560000` is that many kroner a year. */
const pay = (text: string, written: Written): string => {
  const [, from, to] = amounts.exec(onOneLine(text)) ?? []
  if (from === undefined) return onOneLine(text)
  return perYear(to === undefined ? grouped(from) : `${grouped(from)}–${grouped(to)}`, written)
}

const eachLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => onOneLine(line).replace(/^[-*•–] /, ''))
    .filter((line) => line !== '')
    .join('\n')

/** The answers that have a line for each point, person or paragraph. */
export const longFields: readonly string[] = [
  ...['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper', 'vilkår', 'kontakt', 'innledning'],
]

/** An answer as it is to stand in the draft. */
export const tidy = (key: string, answer: string, written: Written): string => {
  if (key === 'stillingsprosent') return extent(answer)
  if (key === 'lønn') return pay(answer, written)
  if (key === 'søknadsmåte') return onOneLine(answer).replace(/^(?=www\.\S{1,2000}$)/, 'https://')
  return longFields.includes(key) ? eachLine(answer) : onOneLine(answer)
}
