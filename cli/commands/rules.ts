import type {LanguageFlags} from '../language.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface RulesFlags extends LanguageFlags {
  format: string
  color: boolean
}

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
