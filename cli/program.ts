import {Command as Commander, CommanderError} from 'commander'
import {version} from '../package.json'
import {commands} from './commands/index.ts'
import {mistakeOf} from './help/mistake.ts'
import {afterwordOf, helpPages} from './help/page.ts'
import {type Say, sayFor} from './help/words.ts'
import {guardOutput} from './output.ts'

/** What commander says of itself comes from us, in the language of the person. */
const inWordsOf = (command: Commander, say: Say): Commander =>
  command
    .helpOption('-h, --help', 'option.help')
    .configureHelp(helpPages(say))
    .configureOutput({outputError: () => {}})
    .addHelpText('after', () => afterwordOf(command, say))
    .exitOverride((error) => leave(error, command, say))

const leave = (error: CommanderError, command: Commander, say: Say): never => {
  const mistake = mistakeOf(error, command, say)
  if (mistake !== undefined) process.stderr.write(`utlys: ${mistake}\n`)
  process.exitCode = error.exitCode === 0 ? 0 : 2
  throw error
}

/** @param words what the person has written, which may tell the language */
export const createProgram = (words: readonly string[]): Commander => {
  const say = sayFor(words)
  const program = inWordsOf(new Commander('utlys'), say)
    .description('program')
    .version(version, '-V, --version', 'option.version')
    .helpCommand('help [command]', 'help')
  for (const command of commands) {
    const sub = inWordsOf(program.command(command.name), say).alias(command.alias)
    command.define(sub)
  }
  return program
}

/** Runs the command that the words name. */
export const run = async (words: readonly string[]): Promise<void> => {
  guardOutput(words)
  try {
    await createProgram(words).parseAsync(words, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
  }
}
