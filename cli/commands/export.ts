import type {ExportFlags} from '../export/run.ts'
import {addCircumstances, collect} from '../options.ts'
import type {Command} from './types.ts'

export const exportAd: Command = {
  name: 'export',
  alias: 'eksporter',
  define(command) {
    command
      .description('export')
      .argument('[file]', 'export.file')
      .option('--to <target>', 'export.to')
      .option('-o, --output <file>', 'export.output')
      .option('--set <fact=value>', 'export.set', collect, [])
      .option('--stdin-filename <file>', 'option.stdin')
    addCircumstances(command).action(async (file: string | undefined, flags: ExportFlags) => {
      const {runExport} = await import('../export/run.ts')
      process.exitCode = await runExport(file, flags)
    })
  },
}
