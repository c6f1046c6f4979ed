import type {HookFlags} from '../hook/flags.ts'
import type {Command} from './types.ts'

export const hook: Command = {
  name: 'hook',
  alias: 'krok',
  define(command) {
    command
      .description('hook')
      .argument('<action>', 'hook.action')
      .argument('[word...]', 'hook.words')
      .option('--pre-commit', 'hook.preCommit')
      .option('--pre-push', 'hook.prePush')
      .option('--only-changed-lines', 'hook.onlyChangedLines')
      .option('--baseline [file]', 'hook.baseline')
      .option('--max-warnings <number>', 'check.maxWarnings')
      .option('--force', 'hook.force')
      .option('--dry-run', 'hook.dryRun')
      .option('-l, --lang <lang>', 'option.lang')
      .action(async (action: string, words: string[], flags: HookFlags) => {
        const {startHook} = await import('../hook/start.ts')
        process.exitCode = await startHook(action, words, flags)
      })
  },
}
