import type {LanguageFlags} from '../language.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface PolicyFlags extends LanguageFlags {
  against?: string
  test?: boolean
  format: string
  color: boolean
}

export const policy: Command = {
  name: 'policy',
  alias: 'politikk',
  define(command) {
    command
      .description('policy')
      .argument('[pack]', 'policy.name')
      .option('--against <file>', 'policy.against')
      .option('--test', 'policy.test')
      .option('-f, --format <format>', 'option.format', 'text')
      .option('-c, --config <file>', 'option.config')
      .option('-l, --lang <lang>', 'option.lang')
      .option('--no-color', 'option.color')
      .action(async (name: string | undefined, flags: PolicyFlags) => {
        const {runPolicy} = await import('../policy/run.ts')
        process.exitCode = await runPolicy(name, flags)
      })
  },
}
