import {Command as Commander} from 'commander'
import {version} from '../package.json'
import {commands} from './commands/index.ts'

/** Commander's own words, in Norwegian. */
const helpTitles: Record<string, string> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const createProgram = (): Commander => {
  const program = new Commander('utlys')
    .description('Sjekker stillingsannonser mot loven, arbeidsgiverpolitikken og sunn fornuft.')
    .version(version, '-V, --version', 'vis versjonen')
    .helpOption('-h, --help', 'vis hjelp')
    .helpCommand('help [command]', 'vis hjelp for en kommando')
    .configureHelp({styleTitle: (title) => helpTitles[title] ?? title})
    .exitOverride((error) => {
      throw process.exit(error.exitCode === 0 ? 0 : 2)
    })
  for (const command of commands) {
    const sub = program.command(command.name).alias(command.alias).helpOption('-h, --help', 'vis hjelp')
    sub.configureHelp({styleTitle: (title) => helpTitles[title] ?? title})
    command.define(sub)
  }
  return program
}

/** Runs the command that the words name. */
export const run = async (words: readonly string[]): Promise<void> => {
  await createProgram().parseAsync(words, {from: 'user'})
}
