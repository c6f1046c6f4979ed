import type {Place} from '../../src/posting/types.ts'
import {formatField} from '../../src/report/format-field.ts'
import {fieldLabel, fieldNames, translate} from '../../src/report/texts.ts'
import type {Lang} from '../texts.ts'
import type {Checked} from './checker.ts'

/** A field to go to: where it stands, or the rule that misses it. */
export interface FieldChoice {
  label: string
  value: string
  place: Place | undefined
  ruleId: string | undefined
}

/** The fields that are missing, and then those that are there, each as often as it is. */
export const fieldChoices = ({report, rules}: Checked, lang: Lang): FieldChoice[] => {
  const missing = report.missing.map((name) => ({
    label: fieldLabel(lang, name),
    value: translate(lang, 'field.missing'),
    place: undefined,
    ruleId: report.findings.find(
      ({ruleId, messageId}) => messageId === 'mangler' && rules[ruleId]?.field === name,
    )?.ruleId,
  }))
  const found = fieldNames.flatMap((name) =>
    (report.fields[name] ?? []).map((occurrence) => ({
      label: fieldLabel(lang, name),
      value: formatField(name, occurrence, lang),
      place: occurrence.place,
      ruleId: undefined,
    })),
  )
  return [...missing, ...found]
}
