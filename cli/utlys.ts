#!/usr/bin/env node
import module from 'node:module'
import {Command as Commander} from 'commander'
import {version} from '../package.json'
import {commands} from './commands/index.ts'

// Node.js 22 and newer keep the compiled code of what is loaded from here on.
;(module as {enableCompileCache?: () => void}).enableCompileCache?.()

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

for (const command of commands) {
  const sub = program.command(command.name).alias(command.alias).helpOption('-h, --help', 'vis hjelp')
  sub.configureHelp({styleTitle: (title) => helpTitles[title] ?? title})
  command.define(sub)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await program.parseAsync()
