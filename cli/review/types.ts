import type {Lang} from '../texts.ts'
import type {Session} from './session.ts'

/** What both forms of the review need. */
export interface Review {
  session: Session
  path: string
  lang: Lang
  /** ISO date */
  today: string
  color: boolean
}
