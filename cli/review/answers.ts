import {isDate} from '../../src/calendar/index.ts'
import type {Edit} from '../../src/draft/edit.ts'
import type {Finding} from '../../src/report/types.ts'
import type {Lang} from '../texts.ts'
import type {Session} from './session.ts'
import {sayReview} from './texts.ts'

/** A day as people write it, `31.01.2027` or `31. 1. 2027`, or as an ISO date. */
export const readDay = (text: string): string | undefined => {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim()) ?? []
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim()
  return isDate(iso) ? iso : undefined
}

/** What is wrong with the reason of a waiver. */
export const flawOfReason = (text: string, lang: Lang): string | undefined =>
  text.trim() === '' ? sayReview(lang, 'waive.empty') : undefined

/** What is wrong with the last day of a waiver; none need be given. */
export const flawOfDay = (text: string, today: string, lang: Lang): string | undefined => {
  if (text.trim() === '') return undefined
  const day = readDay(text)
  if (day === undefined) return sayReview(lang, 'waive.date', {text})
  return day < today ? sayReview(lang, 'waive.past') : undefined
}

interface Explainer {
  lang: Lang
  explain(error: unknown): string
}

/** What is wrong with a text that is to be put in: what is found in it that is no mere advice, or that it is not recognised. */
export const flawOfInsertion = async (
  session: Session,
  edit: Edit,
  finding: Finding,
  {lang, explain}: Explainer,
): Promise<string | undefined> => {
  try {
    const {report} = await session.tryOut(edit)
    const within = report.findings.find((one) => one.severity !== 'info' && isWithin(one, edit))
    if (within) return within.message
    const isSame = ({ruleId, messageId}: Finding): boolean =>
      ruleId === finding.ruleId && messageId === finding.messageId
    return report.findings.some(isSame) ? sayReview(lang, 'insert.unread') : undefined
  } catch (error) {
    return explain(error)
  }
}

const isWithin = ({place}: Finding, {range: [start], text}: Edit): boolean =>
  place !== undefined && place.start.offset >= start && place.end.offset <= start + text.length
