import type {HookFlags} from '../commands/hook.ts'
import type {HookName} from './names.ts'

/** Checks what is about to be committed or pushed, and returns the exit code. */
export const runHook = async (
  _name: HookName,
  _args: readonly string[],
  _flags: HookFlags,
): Promise<number> => 0
