import type {Pack} from '../../src/engine/packs.ts'
import type {FileReport} from '../../src/report/types.ts'

/** An ad that could be checked. */
export interface CheckedAd {
  file: FileReport
  source: string
  /** The packs that are switched on for it. */
  packs: readonly Pack[]
}
