import {openFindings} from '../report/pick.ts'
import {translate} from '../report/texts.ts'
import type {FileReport, Finding, ReporterContext} from '../report/types.ts'
import {type ProposalView, viewFinding} from '../report/view.ts'
import type {Note} from './types.ts'

/** Nothing has to fit on a line of a terminal. */
const widest = 1000

/** The open findings of a file as notes beside its words, for people who have the document and not the report. */
export const notesOf = (file: FileReport, context: ReporterContext): Note[] =>
  openFindings(file, context)
    .toSorted((one, other) => offsetOf(one) - offsetOf(other))
    .map((finding) => noteOf(finding, file, {...context, width: widest}))

const offsetOf = ({place, suggestions}: Finding): number =>
  place?.start.offset ?? suggestions?.[0]?.range[0] ?? 0

const noteOf = (finding: Finding, file: FileReport, context: ReporterContext): Note => {
  const {place, suggestions, fix, actual} = finding
  const range = place ? ([place.start.offset, place.end.offset] as const) : suggestions?.[0]?.range
  return {
    ...(range && {range}),
    lines: linesOf(finding, file, context),
    ...(actual !== undefined && {inBox: translate(context.lang, 'note.inBox', {words: actual})}),
    ...(fix && {change: fix}),
  }
}

const linesOf = (finding: Finding, file: FileReport, context: ReporterContext): string[] => {
  const {lang} = context
  const {word, ruleId, message, proposals, source} = viewFinding(finding, file, context)
  const rule = context.ruleOf(ruleId)
  return [
    translate(lang, 'note.heading', {severity: word, title: rule?.title[lang] ?? ruleId}),
    message,
    ...proposals.map((one) => proposalLine(one, lang)),
    ...(rule ? [rule.why[lang]] : []),
    ...(source ? [`${source.label}: ${source.text}`] : []),
    translate(lang, 'note.rule', {id: ruleId}),
  ]
}

const proposalLine = ({label, text, ready}: ProposalView, lang: ReporterContext['lang']): string =>
  [
    `${label}: ${text}`,
    ...ready.filter((line) => line !== '').map((line) => translate(lang, 'quote', {text: line})),
  ].join(' ')
