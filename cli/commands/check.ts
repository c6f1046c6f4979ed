import type {CheckFlags} from '../check/flags.ts'
import {addCircumstances, collect} from '../options.ts'
import type {Command} from './types.ts'

export const check: Command = {
  name: 'check',
  alias: 'sjekk',
  define(command) {
    command
      .description('check')
      .argument('[path...]', 'check.path')
      .option('-f, --format <format[:file]>', 'check.format', collect, [])
      .option('--fix', 'check.fix')
      .option('--fix-dry-run', 'check.fixDryRun')
      .option('--annotate <file>', 'check.annotate')
      .option('--stdin-filename <file>', 'option.stdin')
    addCircumstances(command)
      .option('--max-warnings <number>', 'check.maxWarnings')
      .option('--baseline [file]', 'check.baseline')
      .option('--write-baseline [file]', 'check.writeBaseline')
      .option('--write-baseline-dry-run [file]', 'check.writeBaselineDryRun')
      .option('-q, --quiet', 'check.quiet')
      .option('--staged', 'check.staged')
      .option('--only-changed-lines', 'check.onlyChangedLines')
      .option('-w, --watch', 'check.watch')
      .option('--stats', 'check.stats')
      .option('--cache', 'check.cache')
      .option('--cache-location <folder>', 'check.cacheLocation')
      .option('--threads <number>', 'check.threads')
      .option('--no-color', 'option.color')
      .action(async (paths: string[], flags: CheckFlags) => {
        const {runCheck} = await import('../check/run.ts')
        process.exitCode = await runCheck(paths, flags)
      })
  },
}
