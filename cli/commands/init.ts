import type {InitFlags} from '../init/flags.ts'
import {collect} from '../options.ts'
import type {Command} from './types.ts'

export const init: Command = {
  name: 'init',
  alias: 'start',
  define(command) {
    command
      .description('init')
      .option('-p, --profile <key=value>', 'option.profile', collect, [])
      .option('--hook', 'init.hook')
      .option('--action', 'init.action')
      .option('--policy <folder>', 'init.policy')
      .option('--title <title>', 'init.title')
      .option('--from <file>', 'init.from')
      .option('--dry-run', 'init.dryRun')
      .option('-y, --yes', 'init.yes')
      .option('--linear', 'option.linear')
      .option('-l, --lang <lang>', 'option.lang')
      .action(async (flags: InitFlags) => {
        const {runInit} = await import('../init/run.ts')
        process.exitCode = await runInit(flags)
      })
  },
}
