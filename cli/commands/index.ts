import {check} from './check.ts'
import {completion} from './completion.ts'
import {explain} from './explain.ts'
import {exportAd} from './export.ts'
import {hook} from './hook.ts'
import {init} from './init.ts'
import {newDraft} from './new.ts'
import {policy} from './policy.ts'
import {review} from './review.ts'
import {rules} from './rules.ts'
import type {Command} from './types.ts'

export const commands: readonly Command[] = [
  newDraft,
  review,
  check,
  explain,
  rules,
  policy,
  exportAd,
  init,
  hook,
  completion,
]
