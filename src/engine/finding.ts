import type {Posting} from '../posting/types.ts'
import type {Finding, SourceReference} from '../report/types.ts'
import {insertionOf} from './insertion.ts'
import {fillText} from './message.ts'
import {sourceOf} from './rules.ts'
import type {Hit, MessageLanguage, Rule, Severity} from './types.ts'

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
    ...(place && {place, actual: posting.words(hit.span!)}),
    ...(hit.expected && hit.expected.length > 0 && {expected: [...hit.expected]}),
    sources: rule.sources.map(reference),
    ...(isText && hit.fix && {fix: {range: rangeOf(posting, hit.fix.span), text: hit.fix.text}}),
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

const rangeOf = (posting: Posting, span: {start: number; end: number}): [number, number] => {
  const {start, end} = posting.place(span)
  return [start.offset, end.offset]
}

const reference = (id: string): SourceReference => {
  const {title, url} = sourceOf(id)
  return {id, title, ...(url && {url})}
}
