import type {Argument, Command as Commander, Help, Option} from 'commander'
import {type Say, translated, withTerms} from './words.ts'

/** Help as commander lays it out, in the words of the catalogue. */
export const helpPages = (say: Say): Partial<Help> => ({
  styleTitle: (title) => say(title),
  commandUsage: (command) => withTerms(`${pathOf(command)} ${command.usage()}`, say),
  commandDescription: (command) => describe(command, say),
  subcommandTerm: (command) =>
    withTerms([namesOf(command), ...command.registeredArguments.map(termOf)].join(' '), say),
  subcommandDescription: (command) => say(command.description()),
  argumentTerm: (argument) => withTerms(`<${argument.name()}>`, say).slice(1, -1),
  argumentDescription: (argument) => withDefault(argument, say),
  optionTerm: ({flags}) => withTerms(flags, say),
  optionDescription: (option) => withDefault(option, say),
})

/** `utlys check` */
export const pathOf = (command: Commander): string =>
  [...(command.parent ? [pathOf(command.parent)] : []), command.name()].join(' ')

const namesOf = (command: Commander): string => [command.name(), ...command.aliases()].join(', ')

const termOf = (argument: Argument): string => {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

const describe = (command: Commander, say: Say): string => {
  const names = command.aliases().map((alias) => `${pathOf(command.parent!)} ${alias}`)
  return [say(command.description()), ...names.map((name) => say('commander.alias', {name}))].join(' ')
}

/** What holds when nothing is given is worth telling when it is one value. */
const withDefault = ({description, defaultValue}: Argument | Option, say: Say): string =>
  [
    say(description),
    ...(typeof defaultValue === 'string' ? [say('commander.default', {value: defaultValue})] : []),
  ].join(' ')

/** What follows the list of options: examples, and what else there is to know. */
export const afterwordOf = (command: Commander, say: Say): string => {
  const key = command.parent ? command.name() : 'program'
  const examples = translated(`${key}.examples`, say)
  const after = translated(`${key}.after`, say)
  const help = command.createHelp()
  help.prepareContext({helpWidth: process.stdout.columns ?? 80})
  return [
    ...(examples === undefined ? [] : [`\n${say('Examples:')}\n${examples.replace(/^/gm, '  ')}`]),
    ...(after === undefined ? [] : [`\n${help.boxWrap(after, help.helpWidth ?? 80)}`]),
  ].join('\n')
}
