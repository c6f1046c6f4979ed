import {closest} from 'fastest-levenshtein'
import type {Posting, WaiverComment} from '../posting/types.ts'
import type {Finding} from '../report/types.ts'
import {toFinding} from './finding.ts'
import {rules} from './rules.ts'
import type {Settings} from './settings.ts'
import type {ConfiguredWaiver, MessageLanguage, Rule} from './types.ts'

interface WaiveContext {
  posting: Posting
  settings: Settings
  /** The rules that were run. */
  applied: readonly Rule[]
  today: string
  lang: MessageLanguage
}

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/**
 * Marks the findings that the draft or the configuration waives, and adds findings about the waivers
 * themselves: one without a reason, for an unknown rule, expired, or that waives nothing.
 */
export const waive = (findings: readonly Finding[], context: WaiveContext): Finding[] => {
  const valid = context.posting.waivers.filter(({reason, ruleId}) => reason !== '' && byId.has(ruleId))
  const configured = context.settings.waivers.filter(
    ({until}) => until === undefined || until >= context.today,
  )
  const used = new Set<WaiverComment | ConfiguredWaiver>()
  const waived = findings.map((finding) => {
    const waiver = valid.find((comment) => covers(comment, finding)) ?? configured.find(sameRule(finding))
    if (!waiver) return finding
    used.add(waiver)
    const until = 'until' in waiver && waiver.until ? {until: waiver.until} : {}
    return {...finding, waiver: {reason: waiver.reason, ...until}}
  })
  const isUsed = (waiver: WaiverComment | ConfiguredWaiver): boolean => used.has(waiver)
  return [...waived, ...commentFindings(isUsed, context), ...configuredFindings(isUsed, context)]
}

const sameRule =
  ({ruleId}: Finding) =>
  (waiver: {ruleId: string}): boolean =>
    waiver.ruleId === ruleId

/** A comment waives what is found on its line, or what is found nowhere because it is missing. */
const covers = (comment: WaiverComment, {ruleId, place}: Finding): boolean =>
  comment.ruleId === ruleId &&
  (!place || (place.start.line <= comment.line && comment.line <= place.end.line))

const commentFindings = (isUsed: (waiver: WaiverComment) => boolean, context: WaiveContext): Finding[] =>
  context.posting.waivers.flatMap((comment): Finding[] => {
    const finding = (id: string): Finding => ({
      ...hygiene(id, {regel: comment.ruleId, forslag: closest(comment.ruleId, [...byId.keys()])}, context),
      place: comment.place,
      actual: context.posting.source.slice(comment.place.start.offset, comment.place.end.offset),
    })
    if (!byId.has(comment.ruleId)) return [finding('unntak/ukjent-regel')]
    if (comment.reason === '') return [finding('unntak/begrunnelse')]
    return isUsed(comment) || !wasApplied(comment.ruleId, context) ? [] : [finding('unntak/ubrukt')]
  })

const configuredFindings = (
  isUsed: (waiver: ConfiguredWaiver) => boolean,
  context: WaiveContext,
): Finding[] =>
  context.settings.waivers.flatMap((waiver) => {
    const data = {regel: waiver.ruleId, dato: waiver.until ?? ''}
    if (waiver.until !== undefined && waiver.until < context.today)
      return [hygiene('unntak/utgatt', data, context)]
    return isUsed(waiver) || !wasApplied(waiver.ruleId, context)
      ? []
      : [hygiene('unntak/ubrukt', data, context)]
  })

const wasApplied = (ruleId: string, {applied}: WaiveContext): boolean => applied.some(({id}) => id === ruleId)

const hygiene = (id: string, data: Record<string, string>, {posting, lang}: WaiveContext): Finding => {
  const rule = byId.get(id)!
  return toFinding(rule, {message: 'funn', data, severity: rule.severity}, posting, lang)
}
