import {existsSync} from 'node:fs'
import type {Command as Commander, CommanderError} from 'commander'
import {pathOf} from './page.ts'
import {type Say, translated, withTerms} from './words.ts'

/**
 * What is wrong with the words of a command line, and where to read what would be right. Commander tells it in English
 * alone, with the word in question between quotation marks; undefined when it has stopped for another reason.
 */
export const mistakeOf = (error: CommanderError, command: Commander, say: Say): string | undefined => {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined
  const [, quoted = ''] = /'(.*)'/.exec(error.message) ?? []
  const name = error.code === 'commander.missingArgument' ? `<${quoted}>` : quoted
  const isFile = error.code === 'commander.unknownCommand' && existsSync(name)
  const meant = isFile ? checking(name) : similarIn(error)
  return [
    translated(error.code, (key) => say(key, {name: withTerms(name, say)})) ?? error.message,
    ...(meant === undefined ? [] : [say('commander.suggestion', {name: meant})]),
    say('commander.more', {command: pathOf(command)}),
  ].join(' ')
}

/** Who names a file alone wants it checked. */
const checking = (file: string): string => `utlys check ${file}`

const similarIn = ({message}: CommanderError): string | undefined =>
  /\(Did you mean (?:one of )?([^(?]*)\?\)$/.exec(message)?.[1]
