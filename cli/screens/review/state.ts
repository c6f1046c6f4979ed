import type {Finding} from '../../../src/report/types.ts'
import type {Filter} from '../../review/findings.ts'
import type {LineState} from '../line-editor.ts'
import type {Anchor} from './draft-window.ts'

/** What the person is doing: looking, or answering something. */
export type Mode =
  | {name: 'browse' | 'leave'}
  | {name: 'list'; list: 'filter' | 'fields'; at: number}
  | Paging
  | Waiving
  | Inserting
  | Rewriting

/** A page in the place of the draft, and its first row on the screen. */
export interface Paging {
  name: 'help' | 'finding'
  top: number
}

/** A line is being typed; what was wrong with it is told until it is submitted again. */
interface Typing {
  /** What the finding is known by. */
  about: string
  line: LineState
  flaw?: string
}

/** First the reason is asked for, then the last day. */
export interface Waiving extends Typing {
  name: 'waive'
  reason: string | undefined
}

/** One blank after the other; `warned` is the text that a flaw was told of. */
export interface Inserting extends Typing {
  name: 'insert'
  answers: readonly string[]
  warned?: string
}

/** The line of the words is written anew. */
export interface Rewriting extends Typing {
  name: 'rewrite'
  range: readonly [number, number]
}

export type TypingMode = Waiving | Inserting | Rewriting

export const isTyping = (mode: Mode): mode is TypingMode =>
  mode.name === 'waive' || mode.name === 'insert' || mode.name === 'rewrite'

/** What the screen shows beside the draft itself. */
export interface ScreenState {
  mode: Mode
  filter: Filter
  /** Which of the findings shown is chosen; where it was, should it be gone. */
  chosen: {key: string | undefined; index: number}
  proposal: number
  /** Where the draft is scrolled to; when absent it follows the chosen finding. */
  anchor: Anchor | undefined
  /** Words that a field was found in. */
  pointed: readonly [number, number] | undefined
  notice: string | undefined
}

export const initialState: ScreenState = {
  mode: {name: 'browse'},
  filter: {},
  chosen: {key: undefined, index: 0},
  proposal: 0,
  anchor: undefined,
  pointed: undefined,
  notice: undefined,
}

/** What a finding is known by while the draft changes around it. */
const keysOf = (findings: readonly Finding[]): string[] => {
  const seen = new Map<string, number>()
  return findings.map(({ruleId, messageId, actual}) => {
    const name = JSON.stringify([ruleId, messageId, actual])
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return `${name} ${before}`
  })
}

export const keyOf = (findings: readonly Finding[], index: number): string | undefined =>
  keysOf(findings)[index]

/** Which finding is chosen now: the same, or the one in its place; -1 when there are none. */
export const chosenIndex = ({chosen}: ScreenState, findings: readonly Finding[]): number => {
  const same = keysOf(findings).indexOf(chosen.key ?? '')
  return same >= 0 ? same : Math.min(chosen.index, findings.length - 1)
}

/** Chooses a finding by its place in the list, which the draft then follows. */
export const choose = (state: ScreenState, findings: readonly Finding[], index: number): ScreenState => {
  const at = Math.max(0, Math.min(index, findings.length - 1))
  return {
    ...state,
    chosen: {key: keyOf(findings, at), index: at},
    proposal: 0,
    anchor: undefined,
    pointed: undefined,
  }
}
