import type {Command as Commander} from 'commander'

/** The one skeleton of every file in this folder. */
export interface Command {
  name: string
  /** The name in Norwegian. */
  alias: string
  /** Adds the arguments, options, examples and action. */
  define(command: Commander): void
}
