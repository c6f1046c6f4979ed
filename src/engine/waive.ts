import {closest} from 'fastest-levenshtein'
import {isDate} from '../calendar/index.ts'
import type {Posting, WaiverComment} from '../posting/types.ts'
import {formatDate} from '../report/texts.ts'
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
 * themselves: one without a reason, for an unknown rule, with an unreadable date, expired, or that waives nothing.
 */
export const waive = (findings: readonly Finding[], context: WaiveContext): Finding[] => {
  const {posting, settings} = context
  const comments = posting.waivers.filter((comment) => flawOf(comment, context) === undefined)
  const configured = settings.waivers.filter((waiver) => flawOf(waiver, context) === undefined)
  const used = new Set<Waiver>()
  const waived = findings.map((finding): Finding => {
    const comment = comments.find((one) => covers(one, finding))
    const waiver = comment ?? configured.find(({ruleId}) => ruleId === finding.ruleId)
    if (!waiver) return finding
    used.add(waiver)
    const {reason, by, until} = waiver
    const origin = comment ? 'draft' : 'configuration'
    return {...finding, waiver: {reason, ...(by && {by}), ...(until && {until}), origin}}
  })
  const about = (waiver: Waiver): Finding[] => {
    const rule = flawOf(waiver, context) ?? (isIdle(waiver, used, context) ? 'unntak/ubrukt' : undefined)
    return rule === undefined ? [] : [hygiene(rule, waiver, context)]
  }
  const onComment = (comment: WaiverComment): Finding[] =>
    about(comment).map((finding) => ({...finding, ...wordsOf(comment, posting)}))
  return [...waived, ...posting.waivers.flatMap(onComment), ...settings.waivers.flatMap(about)]
}

type Waiver = WaiverComment | ConfiguredWaiver

/** A comment waives what is found on its line, or what is found nowhere because it is missing. */
const covers = (comment: WaiverComment, {ruleId, place}: Finding): boolean =>
  comment.ruleId === ruleId &&
  (!place || (place.start.line <= comment.line && comment.line <= place.end.line))

/** The rule on waivers that this one breaks, so that it does not count. */
const flawOf = ({ruleId, reason, until}: Waiver, {settings, today}: WaiveContext): string | undefined => {
  if (!knownIds(settings).includes(ruleId)) return 'unntak/ukjent-regel'
  if (reason === '') return 'unntak/begrunnelse'
  if (until === undefined) return undefined
  if (!isDate(until)) return 'unntak/dato'
  return until < today ? 'unntak/utgatt' : undefined
}

const isIdle = (waiver: Waiver, used: ReadonlySet<Waiver>, {applied}: WaiveContext): boolean =>
  !used.has(waiver) && applied.some(({id}) => id === waiver.ruleId)

const wordsOf = ({place}: WaiverComment, {source}: Posting): Pick<Finding, 'place' | 'actual'> => ({
  place,
  actual: source.slice(place.start.offset, place.end.offset),
})

/** Those of the program, and those of the packs that are switched on. */
const knownIds = ({packs}: Settings): string[] => [
  ...byId.keys(),
  ...packs.flatMap(({rules: own}) => own.map(({id}) => id)),
]

const hygiene = (id: string, {ruleId, until}: Waiver, {posting, settings, lang}: WaiveContext): Finding => {
  const rule = byId.get(id)!
  const forslag = closest(ruleId, knownIds(settings))
  const data = {regel: ruleId, forslag, dato: formatDate(until ?? '', lang)}
  return toFinding(rule, {message: 'funn', data, severity: rule.severity}, posting, lang)
}
