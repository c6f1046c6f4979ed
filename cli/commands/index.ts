import {check} from './check.ts'
import {explain} from './explain.ts'
import {rules} from './rules.ts'
import type {Command} from './types.ts'

export const commands: readonly Command[] = [check, explain, rules]
