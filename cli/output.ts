import {languageOfArguments} from './language.ts'
import {complain, Problem} from './problem.ts'

/** An orderly exit is none then: Node.js breaks down when it cannot reset the terminal. */
const terminalGone = 'EIO'

/**
 * Ends the program when what it says can no longer be written: quietly when whoever reads has had enough, as `head` has,
 * as by a closed window when the terminal is gone, and else with a word on standard error. What cannot be said there
 * cannot be said at all.
 *
 * @param words what the person has written, which may tell the language
 */
export const guardOutput = (words: readonly string[]): void => {
  process.stdout.on('error', ({code, message}: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(0)
    if (code === terminalGone && process.stdout.isTTY) return void process.kill(process.pid, 'SIGHUP')
    complain(new Problem('unwritable.output', {reason: code ?? message}), languageOfArguments(words))
    process.exit(2)
  })
  process.stderr.on('error', () => undefined)
}
