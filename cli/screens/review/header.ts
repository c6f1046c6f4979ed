import {safe} from '../../../src/report/safe.ts'
import type {ChecklistRow} from '../../../src/report/view.ts'
import {columns, cutStart} from '../../../src/report/width.ts'
import {type Readiness, sayReadiness} from '../../review/readiness.ts'
import {sayReview} from '../../review/texts.ts'
import type {Lang} from '../../texts.ts'
import {type Row, type Span, trimmed, widthOf} from '../spans.ts'

interface HeaderView {
  lang: Lang
  path: string
  isUnsaved: boolean
  /** The draft cannot be checked as it stands. */
  isTrouble: boolean
  /** Nothing before the first check is done. */
  readiness: Readiness | undefined
  checklist: readonly ChecklistRow[]
}

const longestBar = 20

/** The name of the draft, how far it is from being ready, and its fields as a checklist. */
export const headerRows = (view: HeaderView, width: number, checklistHeight: number): Row[] => [
  titleRow(view, width),
  ...checklistRows(view.checklist, width, checklistHeight),
]

const titleRow = (view: HeaderView, width: number): Row => {
  const {lang, path, isUnsaved, isTrouble} = view
  const readiness = isTrouble ? undefined : view.readiness
  const unknown = sayReview(lang, isTrouble ? 'unchecked' : 'checking')
  const state = readiness ? sayReadiness(readiness, lang) : unknown
  const size = Math.min(longestBar, Math.floor(width / 6))
  const bar = readiness && size + columns(state) < width ? barOf(readiness, size) : []
  const right: Row = [...bar, {text: ` ${state}`, tone: readiness?.errors === 0 ? 'good' : 'strong'}]
  const mark = isUnsaved ? ` (${sayReview(lang, 'unsaved')})` : ''
  const room = width - widthOf(right) - columns(mark) - 1
  const name = room > 4 ? cutStart(safe(path), room) : ''
  const left: Row = [{text: name, tone: 'strong'}, {text: room > 4 ? mark : ''}]
  return [...left, {text: ' '.repeat(Math.max(1, width - widthOf(left) - widthOf(right)))}, ...right]
}

const barOf = ({done, all}: Readiness, width: number): Row => {
  const full = all === 0 ? width : Math.floor((done / all) * width)
  return [
    {text: '━'.repeat(full), tone: 'good'},
    {text: '┄'.repeat(width - full), tone: 'dim'},
  ]
}

const order: readonly ChecklistRow['state'][] = ['missing', 'found', 'portal']
const tones = {found: 'good', missing: 'strong', portal: 'dim'} as const

/** What is missing first, then what is there; how many have no room is told. */
const checklistRows = (rows: readonly ChecklistRow[], width: number, height: number): Row[] => {
  const sorted = order.flatMap((state) => rows.filter((row) => row.state === state))
  const lines: Span[][] = Array.from({length: height}, () => [])
  let line = 0
  for (const [i, row] of sorted.entries()) {
    const spans = spansOf(row)
    const isLast = i === sorted.length - 1
    const room = width - (line === height - 1 && !isLast ? widestRest : 0)
    if (line < height && widthOf([...lines[line]!, ...spans]) - gap > room) {
      if (line === height - 1) lines[line]!.push({text: `+ ${sorted.length - i}`, tone: 'dim'})
      line++
    }
    lines[line]?.push(...spans)
  }
  return lines.map(trimmed)
}

const gap = 2
/** Columns for «+ 12» at the end. */
const widestRest = 4

const spansOf = ({state, symbol, label}: ChecklistRow): Span[] => [
  {text: `${symbol} `, tone: tones[state]},
  {text: label.toLowerCase() + ' '.repeat(gap)},
]
