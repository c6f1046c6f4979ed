import {safe} from '../../../src/report/safe.ts'
import type {ChecklistRow} from '../../../src/report/view.ts'
import {columns, cutStart} from '../../../src/report/width.ts'
import {type Readiness, sayReadiness} from '../../review/readiness.ts'
import {sayReview} from '../../review/texts.ts'
import type {Lang} from '../../texts.ts'
import {type Row, type Span, widthOf} from '../spans.ts'

interface HeaderView {
  lang: Lang
  path: string
  isUnsaved: boolean
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

const titleRow = ({lang, path, isUnsaved, readiness}: HeaderView, width: number): Row => {
  const state = readiness ? sayReadiness(readiness, lang) : sayReview(lang, 'checking')
  const bar = readiness ? barOf(readiness, Math.min(longestBar, Math.floor(width / 6))) : []
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

/** What is missing first, then what is there; what has no room is left out. */
const checklistRows = (rows: readonly ChecklistRow[], width: number, height: number): Row[] => {
  const sorted = order.flatMap((state) => rows.filter((row) => row.state === state))
  const all: Span[][] = Array.from({length: height}, () => [])
  let line = 0
  for (const {state, symbol, label} of sorted) {
    const text = `${symbol} ${label}  `
    if (line < height && widthOf(all[line]!) + columns(text) - 2 > width) line++
    all[line]?.push({text: `${symbol} `, tone: tones[state]}, {text: `${label.toLowerCase()}  `})
  }
  return all
}
