import type {Files} from '../../src/config/files.ts'
import type {Change, Comparison} from '../git/changes.ts'

/** Ads as they are in git, with configurations from there as well. */
export interface Snapshot {
  root: string
  files: Files
  comparisons: readonly Comparison[]
  changes: readonly Change[]
}
