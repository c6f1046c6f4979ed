import {check} from './check.ts'
import type {Command} from './types.ts'

export const commands: readonly Command[] = [check]
