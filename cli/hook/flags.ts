import type {LanguageFlags} from '../language.ts'

/** The options as commander gives them. */
export interface HookFlags extends LanguageFlags {
  preCommit?: boolean
  prePush?: boolean
  force?: boolean
  dryRun?: boolean
  onlyChangedLines?: boolean
  baseline?: string | true
  maxWarnings?: string
}
