import {type ProposalView, viewFinding} from '../report/finding-view.ts'
import {bySeverity, openFindings} from '../report/pick.ts'
import {translate} from '../report/texts.ts'
import type {FileReport, Finding, ReporterContext} from '../report/types.ts'
import type {Note} from './types.ts'

/** Nothing has to fit on a line of a terminal. */
const widest = 1000

/**
 * The open findings of a file as notes beside its words, for people who have the document and not the report. What is
 * missing has no words, and is gathered in one note at the beginning.
 */
export const notesOf = (file: FileReport, {width: _, ...rest}: ReporterContext): Note[] => {
  const context = {...rest, width: widest}
  const findings = openFindings(file, context)
  const missing = findings.filter(isMissing).toSorted(bySeverity)
  const others = findings
    .filter((finding) => !isMissing(finding))
    .toSorted((one, other) => offsetOf(one) - offsetOf(other))
    .map((finding) => noteOf(finding, file, context))
  return missing.length > 0 ? [noteOfMissing(missing, file, context), ...others] : others
}

const isMissing = ({place, suggestions, messageId}: Finding): boolean =>
  place === undefined && (suggestions !== undefined || messageId === 'mangler')

const offsetOf = ({place}: Finding): number => place?.start.offset ?? 0

const noteOfMissing = (missing: readonly Finding[], file: FileReport, context: ReporterContext): Note => ({
  lines: [
    translate(context.lang, 'note.missing'),
    ...missing.flatMap((finding, i) => missingLines(finding, i + 1, file, context)),
  ],
})

const missingLines = (
  finding: Finding,
  number: number,
  file: FileReport,
  context: ReporterContext,
): string[] => {
  const {lang} = context
  const {word, ruleId, message, proposals, source} = viewFinding(finding, file, context)
  const title = context.ruleOf(ruleId)?.title[lang] ?? ruleId
  return [
    translate(lang, 'note.missingItem', {number: String(number), severity: word, title, id: ruleId}),
    message,
    ...proposals.map((one) => proposalLine(one, lang)),
    ...(source ? [`${source.label}: ${source.text}`] : []),
  ]
}

const noteOf = (finding: Finding, file: FileReport, context: ReporterContext): Note => {
  const {place, fix, actual} = finding
  return {
    ...(place && {range: [place.start.offset, place.end.offset] as const}),
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
