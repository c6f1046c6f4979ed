import {Option} from 'commander'
import type {CompletionFlags} from '../completion/run.ts'
import type {Command} from './types.ts'

export const completion: Command = {
  name: 'completion',
  alias: 'fullfør',
  define(command) {
    command
      .description('completion')
      .argument('<shell>', 'completion.shell')
      .addOption(new Option('--ask').hideHelp())
      .option('-l, --lang <lang>', 'option.lang')
      .allowExcessArguments()
      .action(async (shell: string, flags: CompletionFlags) => {
        const {runCompletion} = await import('../completion/run.ts')
        process.exitCode = await runCompletion(shell, command.args.slice(1), flags, command.parent!)
      })
  },
}
