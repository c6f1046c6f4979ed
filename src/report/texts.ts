import {isDate} from '../calendar/index.ts'
import type {MessageLanguage, Severity, Text} from '../engine/types.ts'
import type {Language} from '../posting/types.ts'
import catalogue from './texts.yml'

type Counted = {one: string; other: string}

export type TextKey =
  | `severity.${'error' | 'warning' | 'info'}`
  | `count.${'files' | 'error' | 'warning' | 'info' | 'waived' | 'known' | 'gone' | 'items'}`
  | `count.${'ads' | 'findings' | 'waivers' | 'facts'}`
  | `summary.${'waived' | 'known' | 'fixable' | 'none' | 'noneNew' | 'unchecked' | 'legal'}`
  | 'unchecked.more'
  | `file.${'language' | 'clean' | 'ad' | 'differs' | 'stdin' | 'unmentioned' | 'pack' | 'packUnbound'}`
  | `profile.${'inferred' | 'assumed'}`
  | `field.${'missing' | 'portal' | 'found'}`
  | `finding.${'source' | 'proposal' | 'insert' | 'fixable'}`
  | `github.${'repeats' | 'repeatsAt' | 'rest'}`
  | `jobSummary.${'unannotated' | 'cut' | 'whole' | 'check'}`
  | 'sarif.cut'
  | `junit.${'clean' | 'more' | 'known' | 'unchecked'}`
  | `heading.${'report' | 'ads' | 'ad' | 'findings' | 'fields' | 'waivers' | 'unchecked'}`
  | `table.${'place' | 'severity' | 'rule' | 'message' | 'sources' | 'field' | 'value'}`
  | `table.${'ad' | 'words' | 'reason' | 'by' | 'until'}`
  | `place.${'line' | 'paragraph' | 'paragraphCharacter' | 'more'}`
  | 'quote'
  | `note.${'heading' | 'inBox' | 'missing' | 'missingItem' | 'rule'}`
  | `value.${'phone' | 'yearAssumed' | 'invalidDate' | 'percent' | 'vague' | 'thousands' | 'date'}`
  | `value.deadline.${'snarest' | 'løpende' | 'asap' | 'open until filled'}`
  | `value.amount.${'år' | 'måned' | 'time' | 'unknown'}`
  | `value.${'grounds' | 'noGrounds' | 'notice.full' | 'notice.partial'}`

interface Catalogue {
  texts: Record<TextKey, Record<MessageLanguage, string | Counted>>
  months: Record<MessageLanguage, string[]>
  languages: Record<Language, Text>
  fields: Record<string, Text>
  profile: Record<string, Text>
}

const {texts, months, languages, fields, profile} = catalogue as Catalogue

/** A text of the catalogue with `{name}` replaced from `data`; `data.n` chooses between one and other. */
export const translate = (
  lang: MessageLanguage,
  key: TextKey,
  data: Readonly<Record<string, string | number>> = {},
): string => {
  const entry = texts[key][lang]
  const template = typeof entry === 'string' ? entry : data.n === 1 ? entry.one : entry.other
  return template.replace(/\{(\p{L}+)\}/gu, (match, name: string) => String(data[name] ?? match))
}

/** «2 feil, 1 råd»; nothing where there is nothing to count. */
export const countsInWords = (counts: Readonly<Record<Severity, number>>, lang: MessageLanguage): string =>
  (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => translate(lang, `count.${severity}`, {n: counts[severity]}))
    .join(', ')

/** The names of all fields, in the order of the checklist. */
export const fieldNames: readonly string[] = Object.keys(fields)

export const fieldLabel = (lang: MessageLanguage, name: string): string => fields[name]?.[lang] ?? name

export const profileLabel = (lang: MessageLanguage, key: string): string => profile[key]?.[lang] ?? key

export const languageName = (lang: MessageLanguage, language: Language): string => languages[language][lang]

/** The name of a month, 1 for January. */
const monthName = (lang: MessageLanguage, month: number): string => months[lang][month - 1] ?? ''

/** A date, `2024-02-23`, as people write it; any other text as it is. */
export const formatDate = (text: string, lang: MessageLanguage): string => {
  if (!isDate(text)) return text
  const [year = '', month, day] = text.split('-')
  return translate(lang, 'value.date', {day: Number(day), month: monthName(lang, Number(month)), year})
}
