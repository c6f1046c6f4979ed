import type {NewFlags} from '../new/run.ts'
import {addCircumstances} from '../options.ts'
import type {Command} from './types.ts'

export const newDraft: Command = {
  name: 'new',
  alias: 'ny',
  define(command) {
    command
      .description('new')
      .argument('[file]', 'new.file')
      .option('--answers <file>', 'new.answers')
      .option('--dry-run', 'new.dryRun')
      .option('--linear', 'option.linear')
    addCircumstances(command)
      .option('--no-color', 'option.color')
      .action(async (file: string | undefined, flags: NewFlags) => {
        const {runNew} = await import('../new/run.ts')
        process.exitCode = await runNew(file, flags)
      })
  },
}
