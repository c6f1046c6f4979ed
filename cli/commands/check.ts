import {addCircumstances, type CircumstanceFlags, collect} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface CheckFlags extends CircumstanceFlags {
  format: string[]
  fix?: boolean
  fixDryRun?: boolean
  stdinFilename: string
  maxWarnings?: string
  baseline?: string | true
  writeBaseline?: string | true
  writeBaselineDryRun?: string | true
  quiet?: boolean
  staged?: boolean
  onlyChangedLines?: boolean
  watch?: boolean
  color: boolean
}

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
      .option('--stdin-filename <file>', 'option.stdin', 'annonse.md')
    addCircumstances(command)
      .option('--max-warnings <number>', 'check.maxWarnings')
      .option('--baseline [file]', 'check.baseline')
      .option('--write-baseline [file]', 'check.writeBaseline')
      .option('--write-baseline-dry-run [file]', 'check.writeBaselineDryRun')
      .option('-q, --quiet', 'check.quiet')
      .option('--staged', 'check.staged')
      .option('--only-changed-lines', 'check.onlyChangedLines')
      .option('-w, --watch', 'check.watch')
      .option('--no-color', 'option.color')
      .action(async (paths: string[], flags: CheckFlags) => {
        const {runCheck} = await import('../check/run.ts')
        process.exitCode = await runCheck(paths, flags)
      })
  },
}
