import {Command as Commander} from 'commander'
import {version} from '../package.json'
import {commands} from './commands/index.ts'
import type {Host} from './host.ts'

const program = new Commander('utlys')
  .description('Sjekker stillingsannonser mot loven, arbeidsgiverpolitikken og sunn fornuft.')
  .version(version, '-V, --version', 'vis versjonen')
  .helpOption('-h, --help', 'vis hjelp')
  .helpCommand('help [command]', 'vis hjelp for en kommando')
  .configureHelp({styleTitle: (title) => helpTitles[title] ?? title})
  .exitOverride((error) => {
    throw process.exit(error.exitCode === 0 ? 0 : 2)
  })

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

/** Runs the command that the arguments of the process name. */
export const run = async (host: Host): Promise<void> => {
  for (const command of commands) {
    const sub = program.command(command.name).alias(command.alias).helpOption('-h, --help', 'vis hjelp')
    sub.configureHelp({styleTitle: (title) => helpTitles[title] ?? title})
    command.define(sub, host)
  }
  await program.parseAsync()
}
