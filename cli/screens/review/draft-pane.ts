import type {Severity} from '../../../src/engine/types.ts'
import {severitySymbols} from '../../../src/report/symbols.ts'
import type {Finding} from '../../../src/report/types.ts'
import type {Row, Span} from '../spans.ts'
import type {ScreenTone} from '../tones.ts'
import {type Anchor, type DraftLines, type DraftRow, shown, windowOf} from './draft-window.ts'

interface DraftView {
  draft: DraftLines
  anchor: Anchor
  findings: readonly Finding[]
  chosen: Finding | undefined
  /** Words that were just changed, and words that a field stands in. */
  changed: readonly [number, number] | undefined
  pointed: readonly [number, number] | undefined
  color: boolean
}

interface Mark {
  start: number
  end: number
  tone: ScreenTone
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The columns before the text: a sign for the gravest finding on the line, and the line number. */
const gutterOf = ({starts}: DraftLines): number => String(starts.length).length + 3

/** The part of the draft around the anchor, with the words of the findings marked. */
export const draftPane = (view: DraftView, width: number, height: number): Row[] => {
  const {draft, anchor} = view
  const gutter = gutterOf(draft)
  const rows = windowOf(draft, anchor, Math.max(8, width - gutter), height)
  const marks = marksOf(view)
  const signs = signsOf(view.findings)
  return rows.map((row) => [
    ...gutterSpans(row, signs, gutter),
    ...textSpans(row, draft.source, marks, view.color),
  ])
}

const marksOf = ({findings, chosen, changed, pointed}: DraftView): Mark[] => {
  const placed = findings.flatMap(({place}) =>
    place ? [{start: place.start.offset, end: place.end.offset, tone: 'found' as const}] : [],
  )
  const at = chosen?.place
  return [
    ...(at ? [{start: at.start.offset, end: at.end.offset, tone: 'chosen' as const}] : []),
    ...(pointed ? [{start: pointed[0], end: pointed[1], tone: 'chosen' as const}] : []),
    ...(changed ? [{start: changed[0], end: changed[1], tone: 'changed' as const}] : []),
    ...placed,
  ]
}

/** The gravest severity that begins on each line. */
const signsOf = (findings: readonly Finding[]): Map<number, Severity> => {
  const signs = new Map<number, Severity>()
  for (const {place, severity} of findings) {
    const line = place?.start.line
    if (line === undefined) continue
    const known = signs.get(line)
    if (known === undefined || severities.indexOf(severity) < severities.indexOf(known))
      signs.set(line, severity)
  }
  return signs
}

const gutterSpans = ({line, isFirst}: DraftRow, signs: Map<number, Severity>, width: number): Span[] => {
  if (!isFirst) return [{text: ' '.repeat(width)}]
  const severity = signs.get(line)
  const sign = severity ? severitySymbols[severity] : ' '
  return [
    {text: sign, tone: severity === 'error' ? 'alarm' : 'strong'},
    {text: ` ${String(line).padStart(width - 3)} `, tone: severity ? 'strong' : 'dim'},
  ]
}

/** The text of a row in runs of one tone; the first mark that covers a place counts. Without colour, signs tell the chosen words. */
const textSpans = (row: DraftRow, source: string, marks: readonly Mark[], color: boolean): Span[] => {
  const here = marks.filter(({start, end}) => start < row.end && end > row.start)
  const cuts = new Set([row.start, row.end])
  for (const {start, end} of here) {
    cuts.add(Math.max(start, row.start))
    cuts.add(Math.min(end, row.end))
  }
  const points = [...cuts].toSorted((one, other) => one - other)
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1]!
    const mark = here.find((one) => one.start <= start && one.end >= end)
    const text = shown(source.slice(start, end))
    if (mark?.tone !== 'chosen' || color) return {text, ...(mark && {tone: mark.tone})}
    return {text: `${mark.start === start ? '›' : ''}${text}${mark.end === end ? '‹' : ''}`}
  })
}
