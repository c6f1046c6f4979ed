import {severityWords} from '../config/severity-words.ts'

/** What an employer may leave out of a pack is filled in here; what has another form is left for the schema. */
type Data = Record<string, unknown>

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text may be written once, or in bokmål only: it then stands for the other languages too. */
const expandText = (text: unknown): unknown => {
  if (typeof text === 'string') return {nb: text, nn: text, en: text}
  if (!isData(text)) return text
  const fallback = text.nb ?? text.nn ?? text.en
  return fallback === undefined ? text : {nb: fallback, nn: fallback, en: fallback, ...text}
}

/** A severity may be written in Norwegian. */
const expandWord = (word: unknown): unknown => {
  const severity = severityWords[String(word)]
  return severity && severity !== 'off' ? severity : word
}

const expandSeverity = (data: unknown): unknown =>
  isData(data) && 'severity' in data ? {...data, severity: expandWord(data.severity)} : data

const expandAll = (list: unknown, expand: (item: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(expand) : list

/** The values of an object. */
const expandValues = (data: unknown, expand: (value: unknown) => unknown): unknown =>
  isData(data) ? Object.fromEntries(Object.entries(data).map(([name, value]) => [name, expand(value)])) : data

/** Expands the parts of an object that it has. */
const expandParts = (data: Data, parts: Readonly<Record<string, (part: unknown) => unknown>>): Data => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => name in data)
      .map(([name, expand]) => [name, expand(data[name])]),
  ),
})

export const expandEntries = (entries: unknown): unknown => expandAll(entries, expandSeverity)

export const expandPack = (data: unknown): unknown =>
  isData(data)
    ? expandParts(data, {
        title: expandText,
        severities: (severities) => expandValues(severities, expandWord),
        clauses: (clauses) => expandAll(clauses, expandClause),
      })
    : data

const expandClause = (clause: unknown): unknown =>
  isData(clause) ? expandParts(clause, {text: expandText, ad: expandText, reason: expandText}) : clause

/** A rule has the id of its file and cites the employer's own policy when it does not say otherwise. */
export const expandRule = (data: unknown, id: string): unknown =>
  isData(data)
    ? {
        id,
        severity: 'warning',
        ground: 'policy',
        sources: ['egen-policy'],
        ...expandParts(data, ruleParts),
      }
    : data

const ruleParts = {
  severity: expandWord,
  severityWhen: (conditions: unknown) => expandAll(conditions, expandSeverity),
  messageSeverity: (severities: unknown) => expandValues(severities, expandWord),
  raisedFrom: expandSeverity,
  title: expandText,
  why: expandText,
  mend: expandText,
  insert: expandText,
  messages: (messages: unknown) => expandValues(messages, expandText),
  options: (options: unknown) =>
    expandValues(options, (option) =>
      isData(option) ? expandParts(option, {description: expandText}) : option,
    ),
  entries: expandEntries,
  examples: (examples: unknown) => expandValues(examples, (list) => expandAll(list, expandSeverity)),
}
