import {addCircumstances} from '../options.ts'
import type {ReviewFlags} from '../review/run.ts'
import type {Command} from './types.ts'

export const review: Command = {
  name: 'review',
  alias: 'gjennomgå',
  define(command) {
    command.description('review').argument('[file]', 'review.file').option('--linear', 'option.linear')
    addCircumstances(command)
      .option('--no-color', 'option.color')
      .action(async (file: string | undefined, flags: ReviewFlags) => {
        const {runReview} = await import('../review/run.ts')
        process.exitCode = await runReview(file, flags)
      })
  },
}
