import type {RulesFlags} from '../rules/run.ts'
import type {Command} from './types.ts'

export const rules: Command = {
  name: 'rules',
  alias: 'regler',
  define(command) {
    command
      .description('rules')
      .argument('[pattern...]', 'rules.pattern')
      .option('-f, --format <format>', 'option.format', 'text')
      .option('-l, --lang <lang>', 'option.lang')
      .option('--no-color', 'option.color')
      .action(async (patterns: string[], flags: RulesFlags) => {
        const {runRules} = await import('../rules/run.ts')
        process.exitCode = await runRules(patterns, flags)
      })
  },
}
