import type {LanguageFlags} from '../language.ts'

/** The options as commander gives them. */
export interface InitFlags extends LanguageFlags {
  policy?: string
  title?: string
  from?: string
  profile: string[]
  hook?: boolean
  action?: boolean
  dryRun?: boolean
  yes?: boolean
  linear?: boolean
}
