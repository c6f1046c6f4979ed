import type {PackFile} from '../engine/packs.ts'

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

const expandTexts = (data: Data, names: readonly string[]): Data => ({
  ...data,
  ...Object.fromEntries(names.filter((name) => name in data).map((name) => [name, expandText(data[name])])),
})

export const expandPack = (data: unknown): unknown => {
  if (!isData(data)) return data
  const pack = expandTexts(data, ['title'])
  if (!Array.isArray(pack.clauses)) return pack
  const clauses = pack.clauses.map((clause) =>
    isData(clause) ? expandTexts(clause, ['text', 'ad', 'reason']) : clause,
  )
  return {...pack, clauses}
}

/** A rule is named after its file and cites the employer's own policy when it does not say otherwise. */
export const expandRule = (data: unknown, pack: PackFile, name: string): unknown => {
  if (!isData(data)) return data
  const rule = expandTexts(data, ['title', 'why', 'mend', 'insert'])
  const messages = isData(rule.messages)
    ? Object.fromEntries(Object.entries(rule.messages).map(([id, text]) => [id, expandText(text)]))
    : rule.messages
  const options = isData(rule.options)
    ? Object.fromEntries(
        Object.entries(rule.options).map(([id, option]) => [
          id,
          isData(option) ? expandTexts(option, ['description']) : option,
        ]),
      )
    : rule.options
  return {
    id: `${pack.id}/${name}`,
    severity: 'warning',
    ground: 'policy',
    sources: ['egen-policy'],
    ...rule,
    ...(messages !== undefined && {messages}),
    ...(options !== undefined && {options}),
  }
}
