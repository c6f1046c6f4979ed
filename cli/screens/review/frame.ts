import {safe} from '../../../src/report/safe.ts'
import {viewChecklist} from '../../../src/report/view.ts'
import {wrap} from '../../../src/report/width.ts'
import {offsetToShow, sayFilter} from '../../review/findings.ts'
import {readinessOf} from '../../review/readiness.ts'
import {sayReview} from '../../review/texts.ts'
import type {Lang} from '../../texts.ts'
import {beside, cut, filled, fitted, type Row} from '../spans.ts'
import type {ReviewController} from './controller.ts'
import {draftPane, draftWindow} from './draft-pane.ts'
import type {DraftLines} from './draft-window.ts'
import {findingPane, findingRows, headingRow} from './finding-pane.ts'
import {headerRows} from './header.ts'
import {helpRows} from './keys.ts'
import type {Layout} from './layout.ts'

interface FrameView {
  controller: ReviewController
  draft: DraftLines
  layout: Layout
  color: boolean
}

/** Header and panes of the screen, as many rows as the layout has for them. */
export const frameRows = (view: FrameView): Row[] => {
  const {layout} = view
  const line: Row = [{text: '─'.repeat(layout.width), tone: 'dim'}]
  const rows = [
    ...header(view),
    ...(layout.hasLines ? [line] : []),
    ...body(view, line),
    ...(layout.hasLines ? [line] : []),
  ]
  return rows.map((row) => cut(row, layout.width))
}

const header = ({controller, layout}: FrameView): Row[] => {
  const {lang, path} = controller.host
  const {checked, isUnsaved, trouble} = controller.session.state
  const isTrouble = trouble !== undefined
  const checklist = checked ? viewChecklist(checked.report, lang) : []
  const readiness = checked && readinessOf(checked.report)
  return headerRows({lang, path, isUnsaved, isTrouble, readiness, checklist}, layout.width, layout.checklist)
}

const body = (view: FrameView, line: Row): Row[] => {
  const {layout, controller} = view
  const {draft, findings} = layout
  const {mode} = controller.store.get()
  const whole = layout.isSideBySide ? draft.height : draft.height + 1 + findings.height
  if (mode.name === 'help') return pageRows(view, help(controller.host.lang, layout.width), mode.top, whole)
  if (mode.name === 'finding') return pageRows(view, wholeFinding(view), mode.top, whole)
  const left = filled(draftRows(view), draft.height)
  const right = filled(rightPane(view), findings.height)
  return layout.isSideBySide ? beside(left, right, draft.width, layout.width) : [...left, line, ...right]
}

/** A page, or the part of it that there is room for and how to see the rest. */
const pageRows = ({controller}: FrameView, rows: readonly Row[], top: number, height: number): Row[] => {
  const isLonger = rows.length > height
  const room = isLonger ? height - 1 : height
  controller.page = {rows: rows.length, room}
  if (!isLonger) return filled(rows, height)
  const first = Math.max(0, Math.min(top, rows.length - room))
  const isEnd = first + room >= rows.length
  const hint = sayReview(controller.host.lang, isEnd ? 'page.end' : 'page.more')
  return [...rows.slice(first, first + room), [{text: hint, tone: 'dim'}]]
}

const draftRows = ({controller, draft, layout: {draft: pane}, color}: FrameView): Row[] => {
  const {changed} = controller.session.state
  const {anchor, pointed} = controller.store.get()
  const {finding, findings} = controller.current()
  const offset = finding ? offsetToShow(finding, draft.source) : (changed?.[0] ?? 0)
  const at = anchor ?? {offset, at: 'third' as const}
  const chosen = pointed ? undefined : finding
  const rows = draftWindow(draft, at, {...pane, color})
  controller.shows = {first: rows[0]?.start ?? 0, last: rows.at(-1)?.start ?? 0}
  return draftPane({draft, rows, findings, chosen, changed, pointed, color})
}

const rightPane = (view: FrameView): Row[] => {
  const {controller, layout} = view
  const {lang} = controller.host
  const {mode} = controller.store.get()
  const {trouble, isChecking} = controller.session.state
  const {width, height} = layout.findings
  if (mode.name === 'list') return listRows(controller, mode, height)
  if (trouble !== undefined)
    return wrap(safe(controller.host.explain(trouble)), width).map((text) => [{text, tone: 'strong'}])
  const pane = findingsView(view)
  if (!pane) return isChecking ? [[{text: sayReview(lang, 'checking'), tone: 'dim'}]] : []
  return findingPane(pane, width, height)
}

const findingsView = ({controller, draft}: FrameView) => {
  const {checked, findings, index, proposals} = controller.current()
  if (!checked) return undefined
  const {filter, proposal} = controller.store.get()
  const {lang} = controller.host
  const isFiltered = Object.keys(filter).length > 0
  return {
    ...{lang, source: draft.source, findings, chosen: index, proposals, proposal},
    filtered: isFiltered ? sayFilter(filter, lang) : undefined,
    rules: checked.rules,
  }
}

const wholeFinding = (view: FrameView): Row[] => {
  const pane = findingsView(view)
  const finding = pane?.findings[pane.chosen]
  return pane && finding
    ? [headingRow(pane), ...findingRows(pane, finding, Math.min(100, view.layout.width))]
    : []
}

/** A list to choose from, as much of it as there is room for. */
const listRows = (
  controller: ReviewController,
  {list, at}: {list: 'filter' | 'fields'; at: number},
  height: number,
): Row[] => {
  const {lang} = controller.host
  const entries =
    list === 'filter'
      ? controller.filters().map(({filter, count}) => `${sayFilter(filter, lang)} (${count})`)
      : controller.fields().map(({label, value}) => `${label}: ${value}`)
  const room = Math.max(1, height - 1)
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), entries.length - room))
  return [
    [{text: sayReview(lang, `${list}.title`), tone: 'strong'}],
    ...entries.slice(first, first + room).map((text, i): Row => {
      const isChosen = first + i === at
      return [{text: isChosen ? '❯ ' : '  '}, {text: safe(text), ...(isChosen && {tone: 'strong' as const})}]
    }),
  ]
}

/** So wide are the keys in the help. */
const keyColumn = 16

const help = (lang: Lang, width: number): Row[] => [
  [{text: sayReview(lang, 'help.title'), tone: 'strong'}],
  ...helpRows.flatMap(([keys, text]) =>
    wrap(sayReview(lang, text), Math.max(1, width - keyColumn)).map(
      (line, i): Row => [...fitted([{text: i === 0 ? keys : '', tone: 'strong'}], keyColumn), {text: line}],
    ),
  ),
]
