import type {Command as Commander} from 'commander'
import type {Host} from '../host.ts'

/** The one skeleton of every file in this folder. */
export interface Command {
  name: string
  /** The name in Norwegian. */
  alias: string
  /** Adds the arguments, options, examples and action. */
  define(command: Commander, host: Host): void
}
