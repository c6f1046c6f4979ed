import type {Command as Commander, Option} from 'commander'
import type {Say} from '../help/words.ts'

/** What may stand where a person has pressed the tabulator. */
export interface Completion {
  candidates: readonly Candidate[]
  /** What of the disk may stand there as well. */
  paths: 'files' | 'folders' | 'none'
  /** How much of the word comes before the path: `json:`. */
  prefix: string
}

export interface Candidate {
  value: string
  about?: string
}

/** Gives the values of one kind, as the brackets of an argument or an option name it: `format[:file]`. */
export type ValuesOf = (kind: string, typed: string) => Promise<Completion>

/** @param words what stands after the name of the program, up to the cursor; the last may be empty */
export const complete = async (
  program: Commander,
  words: readonly string[],
  context: {say: Say; valuesOf: ValuesOf},
): Promise<Completion> => {
  const typed = words.at(-1) ?? ''
  const {candidates, ...paths} = await completionOf(program, words.slice(0, -1), typed, context)
  return {candidates: candidates.filter(({value}) => value.startsWith(typed)), ...paths}
}

const completionOf = async (
  program: Commander,
  before: readonly string[],
  typed: string,
  {say, valuesOf}: {say: Say; valuesOf: ValuesOf},
): Promise<Completion> => {
  const at = before.findIndex((word) => !word.startsWith('-'))
  if (at < 0) return typed.startsWith('-') ? options(program, say) : commandNames(program, typed, say)
  if (before[at] === 'help') return commandNames(program, typed, say)
  const command = program.commands.find((one) => [one.name(), ...one.aliases()].includes(before[at]!))
  if (!command) return only([])
  const {option, argument, isOver} = readWords(command, before.slice(at + 1))
  if (option && (option.required || !typed.startsWith('-'))) return valuesOf(kindOf(option.flags), typed)
  if (isOver || !typed.startsWith('-')) return argument === undefined ? only([]) : valuesOf(argument, typed)
  const equals = typed.indexOf('=') + 1
  if (equals === 0) return options(command, say)
  const long = optionNamed(command, typed.slice(0, equals - 1))
  return long
    ? after(typed.slice(0, equals), await valuesOf(kindOf(long.flags), typed.slice(equals)))
    : only([])
}

/** How far the words before the cursor have come. */
interface Position {
  /** The option that waits for its value. */
  option: Option | undefined
  /** The kind of the argument that comes next. */
  argument: string | undefined
  /** Whether there can be no more options. */
  isOver: boolean
}

const readWords = (command: Commander, words: readonly string[]): Position => {
  let option: Option | undefined
  let isOver = false
  let count = 0
  for (const word of words) {
    const isOption = word.startsWith('-') && word !== '-'
    if (option?.required || (option && !isOption)) option = undefined
    else if (isOver || !isOption) count++
    else if (word === '--') isOver = true
    else option = optionNamed(command, word)
  }
  const {registeredArguments} = command
  const last = registeredArguments.at(-1)
  const argument = registeredArguments[count] ?? (last?.variadic ? last : undefined)
  return {option, argument: argument?.name(), isOver}
}

/** The option of a name, when it takes a value. */
const optionNamed = (command: Commander, name: string): Option | undefined =>
  command.options.find(
    ({long, short, required, optional}) => (required || optional) && [long, short].includes(name),
  )

/** `format[:file]` of `-f, --format <format[:file]>` */
const kindOf = (flags: string): string => {
  const bracket = flags.search(/[<[]/)
  return bracket < 0 ? '' : flags.slice(bracket + 1, -1)
}

export const only = (candidates: readonly Candidate[]): Completion => ({
  candidates,
  paths: 'none',
  prefix: '',
})

/** With what has been typed before it put in front again. */
export const after = (typed: string, {candidates, paths, prefix}: Completion): Completion => ({
  candidates: candidates.map(({value, ...rest}) => ({value: typed + value, ...rest})),
  paths,
  prefix: typed + prefix,
})

const options = (command: Commander, say: Say): Completion =>
  only(
    command
      .createHelp()
      .visibleOptions(command)
      .flatMap(({long, short, description}) =>
        [long, short].flatMap((name) => (name ? [{value: name, about: say(description)}] : [])),
      ),
  )

/** The Norwegian names come once a letter is typed, or there would be two of each. */
const commandNames = (program: Commander, typed: string, say: Say): Completion =>
  only(
    program
      .createHelp()
      .visibleCommands(program)
      .flatMap((command) => {
        const names = typed === '' ? [command.name()] : [command.name(), ...command.aliases()]
        return names.map((value) => ({value, about: say(command.description())}))
      }),
  )
