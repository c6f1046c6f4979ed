import type {ReporterContext} from '../../src/report/types.ts'
import type {Judged} from '../check/result.ts'
import type {Lang} from '../texts.ts'
import type {Scope} from './ads.ts'
import type {Occasion} from './event.ts'
import type {History} from './history.ts'
import type {ActionInputs} from './inputs.ts'
import type {Teller} from './tell.ts'

/** What a run has found out, for those who tell it. */
export interface Run {
  inputs: ActionInputs
  occasion: Occasion
  history: History
  scope: Scope
  lang: Lang
  judged: Judged
  context: ReporterContext
  teller: Teller
}
