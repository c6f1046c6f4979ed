import {addCircumstances, type CircumstanceFlags} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface ReviewFlags extends CircumstanceFlags {
  linear?: boolean
  color: boolean
}

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
