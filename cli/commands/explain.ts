import type {ExplainFlags} from '../explain/run.ts'
import {addCircumstances} from '../options.ts'
import type {Command} from './types.ts'

export const explain: Command = {
  name: 'explain',
  alias: 'forklar',
  define(command) {
    command
      .description('explain')
      .argument('[what]', 'explain.what')
      .argument('[rule]', 'explain.rule')
      .option('--entries', 'explain.entries')
      .option('--stdin-filename <file>', 'option.stdin')
    addCircumstances(command)
      .option('--no-color', 'option.color')
      .action(async (what: string | undefined, rule: string | undefined, flags: ExplainFlags) => {
        const {runExplain} = await import('../explain/run.ts')
        process.exitCode = await runExplain(what, rule, flags)
      })
  },
}
