import type {CircumstanceFlags} from '../options.ts'

/** The options as commander gives them. */
export interface CheckFlags extends CircumstanceFlags {
  format: string[]
  fix?: boolean
  fixDryRun?: boolean
  annotate?: string
  stdinFilename?: string
  maxWarnings?: string
  baseline?: string | true
  writeBaseline?: string | true
  writeBaselineDryRun?: string | true
  quiet?: boolean
  staged?: boolean
  onlyChangedLines?: boolean
  watch?: boolean
  stats?: boolean
  cache?: boolean
  cacheLocation?: string
  threads?: string
  color: boolean
}
