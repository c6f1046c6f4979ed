import type {PolicyFlags} from '../policy/run.ts'
import type {Command} from './types.ts'

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
