import {safe} from '../../../src/report/safe.ts'
import {columns} from '../../../src/report/width.ts'
import {sayReview} from '../../review/texts.ts'
import type {Lang} from '../../texts.ts'
import {type Row, type Span, trimmed} from '../spans.ts'
import type {ReviewController} from './controller.ts'

const gap = 2

/** What has just happened, or else the keys that do something now, as many as there is room for. */
export const footerRow = (controller: ReviewController, width: number): Row => {
  const {notice, mode} = controller.store.get()
  const {lang} = controller.host
  if (mode.name === 'help') return [{text: sayReview(lang, 'help.close'), tone: 'dim'}]
  if (mode.name === 'list') return [{text: sayReview(lang, 'list.hint'), tone: 'dim'}]
  if (mode.name === 'finding') return keyRow(keysInFinding(controller), lang, width)
  if (mode.name !== 'browse' || controller.session.state.disk?.kind === 'conflict') return []
  if (notice !== undefined && columns(safe(notice)) <= width) return [{text: safe(notice), tone: 'strong'}]
  return keyRow(keysInDraft(controller), lang, width)
}

type FooterKey = readonly [key: string, name: string]

/** As many keys as there is room for. */
const keyRow = (keys: readonly FooterKey[], lang: Lang, width: number): Row => {
  const spans: Span[] = []
  let left = width
  for (const [key, name] of keys) {
    const text = sayReview(lang, `short.${name}`)
    const size = columns(key) + 1 + columns(text) + gap
    if (size - gap > left) break
    spans.push({text: key, tone: 'strong'}, {text: ` ${text}${' '.repeat(gap)}`})
    left -= size
  }
  return trimmed(spans)
}

/** By how much they are wanted: in a narrow window the last ones go. */
const keysInDraft = (controller: ReviewController): FooterKey[] => {
  const {isUnsaved, canUndo} = controller.session.state
  const {finding} = controller.current()
  return [
    ['?', 'help'],
    ...answerKeys(controller),
    ...when(isUnsaved, ['s', 'save']),
    ['q', 'leave'],
    ...when(canUndo, ['u', 'undo']),
    ['e', 'editor'],
    ...when(finding !== undefined, ['Enter', 'view']),
    ['f', 'filter'],
    ['g', 'fields'],
  ]
}

const keysInFinding = (controller: ReviewController): FooterKey[] => [
  ['Esc', 'back'],
  ...answerKeys(controller),
  ['?', 'help'],
  ['e', 'editor'],
  ['↑ ↓', 'others'],
]

/** What can be done about the chosen finding. */
const answerKeys = (controller: ReviewController): FooterKey[] => {
  const {finding, proposals} = controller.current()
  const [first] = proposals
  return [
    ...when(first?.kind === 'exchange', ['a', 'apply']),
    ...when(first?.kind === 'insert', ['i', 'insert']),
    ...when(proposals.length > 1, [`1–${Math.min(proposals.length, 9)}`, 'choose']),
    ...when(finding !== undefined, ['w', 'waive']),
  ]
}

const when = (holds: boolean, key: FooterKey): FooterKey[] => (holds ? [key] : [])
