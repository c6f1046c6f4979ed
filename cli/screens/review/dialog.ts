import {safe} from '../../../src/report/safe.ts'
import {columns, cutEnd, wrap} from '../../../src/report/width.ts'
import {sayReview} from '../../review/texts.ts'
import type {LineState} from '../line-editor.ts'
import {type Row, widthOf} from '../spans.ts'
import type {ScreenTone} from '../tones.ts'
import type {ReviewController} from './controller.ts'
import {isTyping, type TypingMode} from './state.ts'

/** What is asked or told below the panes: rows, and where something is typed the line with what stands before it. */
export interface Dialog {
  above: readonly Row[]
  line?: {before: string; state: LineState}
  below: readonly Row[]
}

/** So many rows are left for it in the smallest window. */
const most = 6
const mostInQuestion = 2

export const heightOf = ({above, line, below}: Dialog): number => above.length + (line ? 1 : 0) + below.length

/** What is asked at the moment, or a notice that the footer has no room for; at most a few rows. */
export const dialogOf = (controller: ReviewController, width: number): Dialog => {
  const {mode, notice} = controller.store.get()
  const {lang} = controller.host
  const say = (key: string): string => sayReview(lang, key)
  if (isTyping(mode)) return typingDialog(controller, width)
  if (mode.name === 'leave') {
    const keys = [`s ${say('leave.save')}`, `x ${say('leave.discard')}`, `Esc ${say('leave.stay')}`]
    return told([...inRows(say('leave.title'), width, 'strong'), ...choices(keys, width)])
  }
  if (controller.session.state.disk?.kind === 'conflict') {
    const keys = [`m ${say('conflict.mine')}`, `f ${say('conflict.file')}`]
    const title = inRows(say('conflict.title'), width, 'strong')
    return told([...title, ...choices(keys, width), ...inRows(say('conflict.hint'), width)])
  }
  if (notice === undefined || columns(safe(notice)) <= width) return told([])
  return told(inRows(notice, width, 'strong'))
}

const told = (rows: readonly Row[]): Dialog => ({above: rows.slice(0, most), below: []})

const typingDialog = (controller: ReviewController, width: number): Dialog => {
  const {mode} = controller.store.get()
  if (!isTyping(mode)) return told([])
  const say = (key: string): string => sayReview(controller.host.lang, key)
  const blanks = controller.form()?.blanks ?? []
  const blank = mode.name === 'insert' ? blanks[mode.answers.length] : undefined
  const question = blank ? `${say('insert.ask')} (${blank.hint})` : say(questionOf(mode))
  const above = inRows(question, width, 'strong').slice(0, mostInQuestion)
  const before = cutEnd(safe(blank?.before.trimStart() ?? ''), Math.floor(width / 2))
  const line = {before, state: mode.line}
  const room = most - above.length - 1
  const hint = say(hintOf(mode, blanks.length))
  if (mode.flaw === undefined) return {above, line, below: inRows(hint, width, 'dim')}
  const again = mode.name === 'insert' ? inRows(say('insert.again'), width) : []
  return {above, line, below: [...inRows(mode.flaw, width, 'strong').slice(0, room - again.length), ...again]}
}

const questionOf = (mode: TypingMode): string => {
  if (mode.name !== 'waive') return `${mode.name}.ask`
  return mode.reason === undefined ? 'waive.ask' : 'waive.until'
}

const hintOf = (mode: TypingMode, blanks: number): string => {
  if (mode.name === 'rewrite') return 'rewrite.hint'
  if (mode.name === 'insert') return mode.answers.length + 1 < blanks ? 'insert.next' : 'insert.hint'
  return mode.reason === undefined ? 'waive.hint' : 'waive.untilHint'
}

const inRows = (text: string, width: number, tone?: ScreenTone): Row[] =>
  wrap(safe(text.replace(/\s+/g, ' ').trim()), width).map((line) => [{text: line, ...(tone && {tone})}])

/** Each begins with its key. On one row, or on one each where that is too narrow. */
const choices = (texts: readonly string[], width: number): Row[] => {
  const rows = texts.map((text): Row => {
    const end = text.indexOf(' ')
    return [{text: text.slice(0, end), tone: 'strong'}, {text: text.slice(end)}]
  })
  const one = rows.flatMap((row, i): Row => (i === 0 ? row : [{text: '   '}, ...row]))
  return widthOf(one) <= width ? [one] : rows
}
