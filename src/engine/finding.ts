import type {Posting} from '../posting/types.ts'
import type {Finding, SourceReference} from '../report/types.ts'
import {insertionOf} from './insertion.ts'
import {fillText} from './message.ts'
import {sourceOf} from './rules.ts'
import type {Hit, MessageLanguage, Rule, Severity} from './types.ts'
import {wordsInFile} from './words-in-file.ts'

/** A hit with the severity that it has for this employer. */
export type WeighedHit = Hit & {severity: Severity}

/** A hit in the words of its rule, with places of the source file. */
export const toFinding = (rule: Rule, hit: WeighedHit, posting: Posting, lang: MessageLanguage): Finding => {
  const template = rule.messages[hit.message]
  if (!template) throw new Error(`${rule.id} has no message "${hit.message}"`)
  const place = hit.span && posting.place(hit.span)
  const isText = posting.readOnly !== 'format' || posting.unit !== undefined
  const insertion =
    isText && hit.insert !== undefined ? insertionOf(posting, hit.insert, subjectOf(rule)) : undefined
  return {
    ruleId: rule.id,
    severity: hit.severity,
    messageId: hit.message,
    message: fillText(template, lang, hit.data),
    ...(place && {place, actual: wordsInFile(posting, hit.span!)}),
    ...(hit.expected && hit.expected.length > 0 && {expected: [...hit.expected]}),
    sources: rule.sources.map(reference),
    ...(isText && hit.fix && fixOf(hit.fix, posting)),
    ...(insertion && {
      suggestions: [
        {
          message: rule.mend[lang],
          range: [insertion.offset, insertion.offset] as [number, number],
          text: insertion.text,
        },
      ],
    }),
  }
}

const subjectOf = (rule: Rule): string =>
  ('field' in rule ? rule.field : undefined) ?? rule.id.slice(rule.id.lastIndexOf('/') + 1)

/** An exchange of words that no tag stands between. */
const fixOf = (
  {span, text}: NonNullable<Hit['fix']>,
  {source, markup, place}: Posting,
): Pick<Finding, 'fix'> => {
  const {start, end} = place(span)
  if (markup && source.slice(start.offset, end.offset).includes('<')) return {}
  return {fix: {range: [start.offset, end.offset], text: markup?.escape(text) ?? text}}
}

const reference = (id: string): SourceReference => {
  const {title, url} = sourceOf(id)
  return {id, title, ...(url && {url})}
}
