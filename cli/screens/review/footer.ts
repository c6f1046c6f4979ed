import {safe} from '../../../src/report/safe.ts'
import {columns} from '../../../src/report/width.ts'
import {sayReview} from '../../review/texts.ts'
import {type Row, type Span, trimmed} from '../spans.ts'
import type {ReviewController} from './controller.ts'

const gap = 2

/** What has just happened, or else the keys that do something now, as many as there is room for. */
export const footerRow = (controller: ReviewController, width: number): Row => {
  const {notice} = controller.store.get()
  if (notice !== undefined) return [{text: safe(notice), tone: 'strong'}]
  const spans: Span[] = []
  let left = width
  for (const [key, name] of keysFor(controller)) {
    const text = sayReview(controller.host.lang, `short.${name}`)
    const size = columns(key) + 1 + columns(text) + gap
    if (size - gap > left) break
    spans.push({text: key, tone: 'strong'}, {text: ` ${text}${' '.repeat(gap)}`})
    left -= size
  }
  return trimmed(spans)
}

/** By how much they are wanted: in a narrow window the last ones go. */
const keysFor = (controller: ReviewController): [key: string, name: string][] => {
  const {finding, proposals} = controller.current()
  const {isUnsaved, canUndo} = controller.session.state
  const first = proposals[0]?.kind
  return [
    ['?', 'help'],
    ...(first === 'exchange' ? [['a', 'apply'] as [string, string]] : []),
    ...(first === 'insert' ? [['i', 'insert'] as [string, string]] : []),
    ...(finding ? [['w', 'waive'] as [string, string]] : []),
    ...(isUnsaved ? [['s', 'save'] as [string, string]] : []),
    ['q', 'leave'],
    ...(canUndo ? [['u', 'undo'] as [string, string]] : []),
    ['e', 'editor'],
    ['f', 'filter'],
    ['g', 'fields'],
  ]
}
