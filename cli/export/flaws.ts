import type {Exported} from '../../src/export/index.ts'
import {formatDate} from '../../src/report/texts.ts'
import type {Lang} from '../texts.ts'
import {sayExport} from './texts.ts'

/** Why a draft cannot be exported, a line for each reason: what to mend first, then what is missing. */
export const linesOfFlaws = ({findings, flaws}: Exported, path: string, lang: Lang): string[] => [
  ...findings.map(({ruleId, message, place}) => {
    const at = place ? `${path}:${place.start.line}` : path
    return sayExport(lang, 'finding', {at, ruleId, message})
  }),
  ...new Set(flaws.map(({code, property, data}) => sayExport(lang, code, {property, ...dated(data, lang)}))),
]

const dated = (data: Readonly<Record<string, string>>, lang: Lang): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).map(([name, text]) => [
      name,
      /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text, lang) : text,
    ]),
  )
