import {severities} from '../../../src/report/pick.ts'
import type {Finding, ReporterContext} from '../../../src/report/types.ts'
import {renderComment, renderMended, suggests} from './comment.ts'
import {isAsWritten, type Mark, withMark} from './marker.ts'
import type {Placement} from './placement.ts'
import type {Located, Subject} from './subjects.ts'

/** A comment of ours on the pull request. */
export interface OwnComment {
  id: number
  mark: Mark
  path: string
  body: string
  /** The lines that it stands at now; none when they have been changed since. */
  lines: {start: number; end: number} | undefined
  isAnswered: boolean
}

export interface NewComment {
  path: string
  placement: Placement
  body: string
}

/** What has to be done so that the comments say what the report says. */
export interface Plan {
  add: readonly NewComment[]
  edit: readonly {id: number; body: string}[]
  remove: readonly number[]
  /** How many stand already and go on standing. */
  kept: number
  /** How many are about what is no longer found. */
  gone: number
  commented: ReadonlySet<Finding>
}

export interface PlanInput {
  subjects: readonly Subject[]
  /** Ours only, the oldest first. */
  comments: readonly OwnComment[]
  /** Names of the files that the report is on. */
  checked: ReadonlySet<string>
  /** Names of the files that the pull request adds or changes. */
  present: ReadonlySet<string>
  limit: number
  context: ReporterContext
}

/** What becomes of a subject. */
interface Fate {
  subject: Subject
  /** The finding that the comment stands at. */
  at?: Located | undefined
  /** The comment that is about it already. */
  comment?: OwnComment | undefined
  /** Others that are about it too. */
  surplus: readonly OwnComment[]
}

export const planReview = (input: PlanInput): Plan => {
  const fates = input.subjects.map((subject) => fateOf(subject, input.comments))
  const matched = new Set(fates.flatMap(({comment, surplus}) => [...(comment ? [comment] : []), ...surplus]))
  const gone = input.comments.filter((one) => !matched.has(one) && isGone(one, input))
  const kept = fates.filter((fate) => fate.comment !== undefined && !mustMove(fate))
  const wanted = fates.filter((fate) => fate.at?.placement !== undefined && !kept.includes(fate))
  const chosen = wanted.toSorted(byUrgency).slice(0, Math.max(0, input.limit - kept.length))
  const replaced = wanted.flatMap(({comment}) => comment ?? [])
  return {
    add: chosen.map((fate) => newComment(fate, input.context)),
    edit: [
      ...kept.flatMap((fate) => edited(fate.comment!, bodyOf(fate, input.context))),
      ...gone
        .filter(({isAnswered}) => isAnswered)
        .flatMap((one) => edited(one, renderMended(one.body, input.context))),
    ],
    remove: [...gone, ...replaced, ...fates.flatMap(({surplus}) => surplus)]
      .filter(({isAnswered}) => !isAnswered)
      .map(({id}) => id),
    kept: kept.length,
    gone: gone.length,
    commented: new Set([...kept.filter(isShown), ...chosen].flatMap(findingsOf)),
  }
}

const findingsOf = ({subject}: Fate): Finding[] => subject.findings.map(({finding}) => finding)

/** A comment stays at the finding that it was made for, so that it says the same as long as that stands. */
const fateOf = (subject: Subject, comments: readonly OwnComment[]): Fate => {
  const [comment, ...surplus] = comments.filter(
    ({path, mark}) => path === subject.path && subject.findings.some(({id}) => id === mark.id),
  )
  const at = comment
    ? subject.findings.find(({id}) => id === comment.mark.id)
    : subject.findings.find(({placement}) => placement !== undefined)
  return {subject, at, comment, surplus}
}

/** GitHub hides a comment when its lines change, also if the same words are still there. */
const isShown = ({comment}: Fate): boolean => comment?.lines !== undefined

const mustMove = (fate: Fate): boolean =>
  fate.comment !== undefined && !isShown(fate) && !fate.comment.isAnswered && fate.at?.placement !== undefined

/** Nothing is known of a file that was not checked, nor of a talk about words that a file with another name has now. */
const isGone = ({mark, path, isAnswered}: OwnComment, {subjects, checked, present}: PlanInput): boolean => {
  if (checked.has(path)) return true
  if (present.has(path)) return false
  return !isAnswered || !subjects.some(({findings}) => findings.some(({id}) => id === mark.id))
}

/** Those that somebody has seen already come first, then the weightiest. */
const byUrgency = (one: Fate, other: Fate): number =>
  Number(other.comment !== undefined) - Number(one.comment !== undefined) || weight(one) - weight(other)

const weight = ({subject}: Fate): number => severities.indexOf(subject.findings[0].finding.severity)

const newComment = ({subject, at}: Fate, context: ReporterContext): NewComment => {
  const {id, placement} = at!
  const body = renderComment(remarkOf(subject, at!, placement!.suggestion), context)
  return {path: subject.path, placement: placement!, body: withMark(body, id)}
}

/**
 * A suggestion changes the lines that its comment stands at, so these must be the ones that it is for. Which these are now,
 * GitHub does not always tell after a push, but a suggestion that is there already is hidden with its lines.
 */
const bodyOf = ({subject, at, comment}: Fate, context: ReporterContext): string => {
  const {start, end, suggestion} = at!.placement ?? {}
  const {lines, body} = comment!
  const isThere = lines !== undefined && lines.start === start && lines.end === end
  const isMade = lines !== undefined && suggestion !== undefined && suggests(body, suggestion)
  return renderComment(remarkOf(subject, at!, isThere || isMade ? suggestion : undefined), context)
}

const remarkOf = ({findings}: Subject, at: Located, suggestion: string | undefined) => {
  const others = findings.filter((one) => one !== at).map(({finding}) => finding)
  return {findings: [at.finding, ...others] as const, suggestion}
}

const edited = ({id, mark}: OwnComment, body: string): {id: number; body: string}[] =>
  isAsWritten(body, mark) ? [] : [{id, body: withMark(body, mark.id)}]
