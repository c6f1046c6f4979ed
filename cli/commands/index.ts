import {check} from './check.ts'
import {init} from './init.ts'
import {policy} from './policy.ts'
import type {Command} from './types.ts'

export const commands: readonly Command[] = [check, policy, init]
