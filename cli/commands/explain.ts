import {addCircumstances, type CircumstanceFlags} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface ExplainFlags extends CircumstanceFlags {
  entries?: boolean
  stdinFilename: string
  color: boolean
}

export const explain: Command = {
  name: 'explain',
  alias: 'forklar',
  define(command) {
    command
      .description('explain')
      .argument('[what]', 'explain.what')
      .argument('[rule]', 'explain.rule')
      .option('--entries', 'explain.entries')
      .option('--stdin-filename <file>', 'option.stdin', 'annonse.md')
    addCircumstances(command)
      .option('--no-color', 'option.color')
      .action(async (what: string | undefined, rule: string | undefined, flags: ExplainFlags) => {
        const {runExplain} = await import('../explain/run.ts')
        process.exitCode = await runExplain(what, rule, flags)
      })
  },
}
